<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Columns</name>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Abuse</source>
        <translation>Missbr.</translation>
    </message>
    <message>
        <source>Authn</source>
        <translation>Authn</translation>
    </message>
    <message>
        <source>2nd factor</source>
        <translation>2. Faktor</translation>
    </message>
    <message>
        <source>Authz</source>
        <translation>Authz</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschl.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Hardening</source>
        <translation>Härtung</translation>
    </message>
    <message>
        <source>Privilege</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Depend.</source>
        <translation>Abhäng.</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>Zulass.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation>Wie das zu lesen ist</translation>
    </message>
    <message>
        <source>Ways in</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>The drawing</source>
        <translation>Die Zeichnung</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Scan reports</source>
        <translation>Scan-Berichte</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>What nobody can tell yet</source>
        <translation>Was noch niemand sagen kann</translation>
    </message>
    <message>
        <source>Decisions and statements</source>
        <translation>Entscheidungen und Aussagen</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Kontrollen</translation>
    </message>
    <message>
        <source>Method and signatures</source>
        <translation>Methode und Unterschriften</translation>
    </message>
    <message>
        <source>What was imported</source>
        <translation>Was eingelesen wurde</translation>
    </message>
    <message>
        <source>Who can reach whom</source>
        <translation>Wer wen erreichen kann</translation>
    </message>
    <message>
        <source>Who can reach whom, as a table</source>
        <translation>Wer wen erreichen kann, als Tabelle</translation>
    </message>
    <message>
        <source>Who can reach whom, for Graphviz</source>
        <translation>Wer wen erreichen kann, für Graphviz</translation>
    </message>
    <message>
        <source>Calls between services</source>
        <translation>Aufrufe zwischen Diensten</translation>
    </message>
    <message>
        <source>Ways in and routes</source>
        <translation>Zugänge und Routen</translation>
    </message>
    <message>
        <source>Ways in and routes as a table</source>
        <translation>Zugänge und Routen als Tabelle</translation>
    </message>
    <message>
        <source>Verdicts of each workload</source>
        <translation>Urteile je Workload</translation>
    </message>
    <message>
        <source>Verdicts of each workload as a table</source>
        <translation>Urteile je Workload als Tabelle</translation>
    </message>
    <message>
        <source>Paths from outside</source>
        <translation>Wege von außen</translation>
    </message>
    <message>
        <source>Paths from outside as a table</source>
        <translation>Wege von außen als Tabelle</translation>
    </message>
    <message>
        <source>The whole posture</source>
        <translation>Die ganze Lage</translation>
    </message>
    <message>
        <source>Findings as SARIF 2.1.0</source>
        <translation>Befunde als SARIF 2.1.0</translation>
    </message>
    <message>
        <source>Findings as a table</source>
        <translation>Befunde als Tabelle</translation>
    </message>
    <message>
        <source>The posture for tickets and pull requests</source>
        <translation>Die Lage für Tickets und Pull Requests</translation>
    </message>
    <message>
        <source>Verdicts as test cases for build servers</source>
        <translation>Urteile als Testfälle für Build-Server</translation>
    </message>
    <message>
        <source>What is left to do, by owner</source>
        <translation>Was zu tun bleibt, nach Verantwortlichen</translation>
    </message>
    <message>
        <source>The drawing as SVG</source>
        <translation>Die Zeichnung als SVG</translation>
    </message>
    <message>
        <source>The drawing as an image</source>
        <translation>Die Zeichnung als Bild</translation>
    </message>
    <message>
        <source>The drawing as PDF</source>
        <translation>Die Zeichnung als PDF</translation>
    </message>
    <message>
        <source>The drawing for Graphviz</source>
        <translation>Die Zeichnung für Graphviz</translation>
    </message>
    <message>
        <source>The drawing as GraphML</source>
        <translation>Die Zeichnung als GraphML</translation>
    </message>
    <message>
        <source>The drawing as a Mermaid flowchart</source>
        <translation>Die Zeichnung als Mermaid-Flussdiagramm</translation>
    </message>
    <message>
        <source>The drawing in D2</source>
        <translation>Die Zeichnung in D2</translation>
    </message>
    <message>
        <source>The drawing for draw.io</source>
        <translation>Die Zeichnung für draw.io</translation>
    </message>
    <message>
        <source>The drawing as data</source>
        <translation>Die Zeichnung als Daten</translation>
    </message>
    <message>
        <source>The review report</source>
        <translation>Der Prüfbericht</translation>
    </message>
    <message>
        <source>The review report for a browser</source>
        <translation>Der Prüfbericht für den Browser</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Open manifests, snapshots, reports or archives</source>
        <translation>Manifeste, Abbilder, Berichte oder Archive öffnen</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Bartizan</source>
        <translation>Bartizan</translation>
    </message>
    <message numerus="yes">
        <source>%n subjects</source>
        <translation>
            <numerusform>%n Subjekt</numerusform>
            <numerusform>%n Subjekte</numerusform>
        </translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>ohne Angabe</translation>
    </message>
    <message>
        <source>%1 owners</source>
        <translation>%1 Verantwortliche</translation>
    </message>
    <message>
        <source>no line</source>
        <translation>keine Zeile</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>no call known</source>
        <translation>kein Aufruf bekannt</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außen</translation>
    </message>
    <message>
        <source>reach: %1</source>
        <translation>Reichweite: %1</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>From outside to %1 with no check in front</source>
        <translation>Von außen zu %1, keine Prüfung davor</translation>
    </message>
    <message>
        <source>From outside to %1</source>
        <translation>Von außen zu %1</translation>
    </message>
    <message>
        <source>The caller&apos;s bytes arrive at %1.</source>
        <translation>Die Bytes des Aufrufers kommen bei %1 an.</translation>
    </message>
    <message>
        <source>The caller&apos;s bytes arrive at %1; calls then go on to %2 on its behalf.</source>
        <translation>Die Bytes des Aufrufers kommen bei %1 an; Aufrufe gehen dann in seinem Namen weiter zu %2.</translation>
    </message>
    <message>
        <source>No check is shown on the way.</source>
        <translation>Auf dem Weg ist keine Prüfung gezeigt.</translation>
    </message>
    <message>
        <source>First check: %1.</source>
        <translation>Erste Prüfung: %1.</translation>
    </message>
    <message>
        <source>The configuration shows that it is open.</source>
        <translation>Die Konfiguration zeigt, dass es offen ist.</translation>
    </message>
    <message>
        <source>Reviews (*.bartizan)</source>
        <translation>Begutachtungen (*.bartizan)</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>Open a review</source>
        <translation>Begutachtung öffnen</translation>
    </message>
    <message>
        <source>Save the review</source>
        <translation>Begutachtung speichern</translation>
    </message>
    <message>
        <source>Enter copies it.</source>
        <translation>Die Eingabetaste kopiert es.</translation>
    </message>
    <message>
        <source>no command: ask its owner</source>
        <translation>kein Befehl: beim Verantwortlichen erfragen</translation>
    </message>
    <message>
        <source>Only reads. Enter copies it.</source>
        <translation>Liest nur. Die Eingabetaste kopiert es.</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>Taken as given, because the input does not show it</source>
        <translation>Gilt als gegeben, weil die Eingabe es nicht zeigt</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>How many verdicts rest on it</source>
        <translation>Wie viele Urteile darauf beruhen</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Geklärt durch</translation>
    </message>
    <message>
        <source>What to add to the input so that it need not be assumed</source>
        <translation>Was der Eingabe hinzuzufügen ist, damit es nicht angenommen werden muss</translation>
    </message>
    <message>
        <source>Settles</source>
        <translation>Klärt</translation>
    </message>
    <message>
        <source>How many verdicts that nobody can tell yet</source>
        <translation>Wie viele Urteile, die noch niemand fällen kann</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>What would settle them, most first</source>
        <translation>Was sie klären würde, das Ergiebigste zuerst</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Makes the input; reads only, and is run by you, not from here</source>
        <translation>Erzeugt die Eingabe; liest nur und wird nicht von hier aus ausgeführt</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Subjekte</translation>
    </message>
    <message>
        <source>Whose verdicts</source>
        <translation>Wessen Urteile</translation>
    </message>
    <message>
        <source>not covered</source>
        <translation>nicht abgedeckt</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>abgedeckt</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>in part</source>
        <translation>zum Teil</translation>
    </message>
    <message>
        <source>fixes open</source>
        <translation>Fixes offen</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>not in the input</source>
        <translation>nicht in der Eingabe</translation>
    </message>
    <message>
        <source>No pod status in the input says what runs.</source>
        <translation>Kein Pod-Status in der Eingabe sagt, was läuft.</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>The reference names a digest.</source>
        <translation>Die Referenz nennt einen Digest.</translation>
    </message>
    <message>
        <source>fixed tag</source>
        <translation>festes Tag</translation>
    </message>
    <message>
        <source>A tag that is not meant to move; it still can.</source>
        <translation>Ein Tag, das nicht wandern soll; es kann dennoch wandern.</translation>
    </message>
    <message>
        <source>tag moves</source>
        <translation>Tag wandert</translation>
    </message>
    <message>
        <source>The tag may name another image tomorrow.</source>
        <translation>Das Tag kann morgen ein anderes Image nennen.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>The age is not known.</source>
        <translation>Das Alter ist nicht bekannt.</translation>
    </message>
    <message>
        <source>image not in use here</source>
        <translation>Image hier nicht in Gebrauch</translation>
    </message>
    <message>
        <source>workload not in the input</source>
        <translation>Workload nicht in der Eingabe</translation>
    </message>
    <message>
        <source>a file system, no image</source>
        <translation>ein Dateisystem, kein Image</translation>
    </message>
    <message>
        <source>a source repository, no image</source>
        <translation>ein Quell-Repository, kein Image</translation>
    </message>
    <message>
        <source>a list of parts, matches no image in use</source>
        <translation>eine Teileliste, passt zu keinem Image in Gebrauch</translation>
    </message>
    <message>
        <source>configuration, no image</source>
        <translation>Konfiguration, kein Image</translation>
    </message>
    <message>
        <source>matches nothing in use</source>
        <translation>passt zu nichts in Gebrauch</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>unbenutzt</translation>
    </message>
    <message>
        <source>holds no result</source>
        <translation>enthält kein Ergebnis</translation>
    </message>
    <message>
        <source>%1 report</source>
        <translation>%1-Bericht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>The reference as it is written, or what a report without an image names</source>
        <translation>Die Referenz, wie sie geschrieben ist, oder was ein Bericht ohne Image nennt</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Gescannt</translation>
    </message>
    <message>
        <source>What the report in the input says; stale after the limit of the policy</source>
        <translation>Was der Bericht in der Eingabe sagt; veraltet nach der Frist der Richtlinie</translation>
    </message>
    <message>
        <source>Report and match</source>
        <translation>Bericht und Zuordnung</translation>
    </message>
    <message>
        <source>How the report was joined to the image, and which it is</source>
        <translation>Wie der Bericht dem Image zugeordnet wurde, und welcher es ist</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Days between the scan and the review&apos;s date</source>
        <translation>Tage zwischen dem Scan und dem Datum der Begutachtung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Critical vulnerabilities in the report</source>
        <translation>Kritische Schwachstellen im Bericht</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>High vulnerabilities in the report</source>
        <translation>Hohe Schwachstellen im Bericht</translation>
    </message>
    <message>
        <source>Fixable</source>
        <translation>Lösbar</translation>
    </message>
    <message>
        <source>Critical and high ones with a fix</source>
        <translation>Kritische und hohe, für die es einen Fix gibt</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Festgelegt</translation>
    </message>
    <message>
        <source>Whether the reference can come to mean another image</source>
        <translation>Ob die Referenz ein anderes Image bedeuten kann</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Workloads that run it</source>
        <translation>Workloads, die es ausführen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Digests that pods in the input run, eight hex digits</source>
        <translation>Digests, die Pods in der Eingabe ausführen, acht Hexziffern</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Where the image, or the report, is written</source>
        <translation>Wo das Image oder der Bericht geschrieben steht</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>relayed</source>
        <translation>weitergereicht</translation>
    </message>
    <message>
        <source>lateral</source>
        <translation>seitlich</translation>
    </message>
    <message>
        <source>any host</source>
        <translation>beliebiger Host</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>innen</translation>
    </message>
    <message>
        <source>%1 stop, %2 limit</source>
        <translation>%1 sperren, %2 begrenzen</translation>
    </message>
    <message>
        <source>none shown in the model</source>
        <translation>keine im Modell gezeigt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>How the target is reached. The three kinds are never added up.</source>
        <translation>Wie das Ziel erreicht wird. Die drei Arten werden nie zusammengezählt.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>From outside the cluster to the target, weakest first</source>
        <translation>Von außerhalb des Clusters zum Ziel, der schwächste zuerst</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>From where the way in can be reached, as far as an address shows it</source>
        <translation>Von wo der Zugang erreichbar ist, soweit eine Adresse es zeigt</translation>
    </message>
    <message>
        <source>First check</source>
        <translation>Erste Prüfung</translation>
    </message>
    <message>
        <source>Who asks for credentials before the application does</source>
        <translation>Wer vor der Anwendung nach Anmeldedaten fragt</translation>
    </message>
    <message>
        <source>Barriers: stops, limits</source>
        <translation>Schranken: sperren, begrenzen</translation>
    </message>
    <message>
        <source>Layers on the way. Full marks stop, half marks limit what passes.</source>
        <translation>Schichten auf dem Weg. Volle Zeichen sperren, halbe begrenzen, was durchkommt.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Compromises on the way; 0: bytes or relayed calls arrive without one</source>
        <translation>Kompromittierungen auf dem Weg; 0: Bytes oder weitergereichte Aufrufe kommen ohne eine an</translation>
    </message>
    <message>
        <source>The first line that the path rests on</source>
        <translation>Die erste Zeile, auf der der Weg beruht</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Host and path of the first hop, or the entry</source>
        <translation>Host und Pfad des ersten Hops, oder der Zugang</translation>
    </message>
    <message>
        <source>redirects away</source>
        <translation>leitet um</translation>
    </message>
    <message>
        <source>(copies)</source>
        <translation>(Kopien)</translation>
    </message>
    <message>
        <source>, weight %1</source>
        <translation>, Gewicht %1</translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation>(optional)</translation>
    </message>
    <message>
        <source>(off)</source>
        <translation>(aus)</translation>
    </message>
    <message>
        <source>(cannot be told)</source>
        <translation>(unklar)</translation>
    </message>
    <message>
        <source>none written</source>
        <translation>keine geschrieben</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>any path</source>
        <translation>beliebiger Pfad</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>to HTTPS</source>
        <translation>zu HTTPS</translation>
    </message>
    <message>
        <source>Plain text is answered with a redirect.</source>
        <translation>Klartext wird mit einer Umleitung beantwortet.</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>nicht gezeigt</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Names that the route answers to</source>
        <translation>Namen, auf die die Route antwortet</translation>
    </message>
    <message>
        <source>Path</source>
        <comment>of an address</comment>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>What of the address it matches, and how</source>
        <translation>Welchen Teil der Adresse sie trifft, und wie</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Request methods that it is limited to</source>
        <translation>Anfragemethoden, auf die sie begrenzt ist</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>The Service and port that it leads to</source>
        <translation>Service und Port, zu denen sie führt</translation>
    </message>
    <message>
        <source>TLS at the edge</source>
        <translation>TLS am Rand</translation>
    </message>
    <message>
        <source>How the gateway answers from outside the cluster</source>
        <translation>Wie das Gateway nach außerhalb des Clusters antwortet</translation>
    </message>
    <message>
        <source>Abuse limit</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Limits of rate, connections or size</source>
        <translation>Grenzen für Rate, Verbindungen oder Größe</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Autorisierung</translation>
    </message>
    <message>
        <source>Whether rules name who may call</source>
        <translation>Ob Regeln nennen, wer aufrufen darf</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Whether people need one</source>
        <translation>Ob Personen einen brauchen</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Geprüft durch</translation>
    </message>
    <message>
        <source>Methods of the check</source>
        <translation>Verfahren der Prüfung</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>Who it is meant for, where the review or a label says so</source>
        <translation>Für wen es gedacht ist, wo die Begutachtung oder ein Label es sagt</translation>
    </message>
    <message>
        <source>Minimum TLS</source>
        <translation>TLS mindestens</translation>
    </message>
    <message>
        <source>The oldest TLS version that is taken</source>
        <translation>Die älteste TLS-Version, die angenommen wird</translation>
    </message>
    <message>
        <source>Redirect</source>
        <translation>Umleitung</translation>
    </message>
    <message>
        <source>Whether plain text is sent on to HTTPS</source>
        <translation>Ob Klartext zu HTTPS weitergeleitet wird</translation>
    </message>
    <message>
        <source>Protections</source>
        <translation>Schutzmaßnahmen</translation>
    </message>
    <message>
        <source>All measures written for the route, with allow lists</source>
        <translation>Alle für die Route geschriebenen Maßnahmen, mit Erlaubnislisten</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Angebunden</translation>
    </message>
    <message>
        <source>Whether the gateway takes the route</source>
        <translation>Ob das Gateway die Route annimmt</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>What serves it</source>
        <translation>Was sie bedient</translation>
    </message>
    <message>
        <source>Where the route is written</source>
        <translation>Wo die Route geschrieben steht</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>Absence of such an object says something.</source>
        <translation>Dass ein solches Objekt fehlt, sagt etwas aus.</translation>
    </message>
    <message>
        <source>The source did not let this kind be read: absence says nothing.</source>
        <translation>Die Quelle ließ diese Art nicht lesen: Fehlen sagt nichts aus.</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht angefragt</translation>
    </message>
    <message>
        <source>Nobody asked for this kind: absence says nothing.</source>
        <translation>Niemand hat nach dieser Art gefragt: Fehlen sagt nichts aus.</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>every kind</source>
        <translation>jede Art</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>a rendered file</source>
        <translation>eine gerenderte Datei</translation>
    </message>
    <message>
        <source>a kustomization</source>
        <translation>eine Kustomization</translation>
    </message>
    <message>
        <source>a chart</source>
        <translation>ein Chart</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a snapshot</source>
        <translation>ein Abbild</translation>
    </message>
    <message>
        <source>deployable</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>begutachtet</translation>
    </message>
    <message>
        <source>Its objects make up the system.</source>
        <translation>Ihre Objekte bilden das System.</translation>
    </message>
    <message>
        <source>also here, not applied</source>
        <translation>auch hier, nicht angewandt</translation>
    </message>
    <message>
        <source>Its objects were read and are no part of the reviewed system.</source>
        <translation>Ihre Objekte wurden gelesen und gehören nicht zum begutachteten System.</translation>
    </message>
    <message>
        <source>%1 below tests or examples</source>
        <translation>%1 unter Tests oder Beispielen</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>A kind of object, a deployable, a file, or what was not recognised</source>
        <translation>Eine Art von Objekten, eine Einheit, eine Datei oder was nicht erkannt wurde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind and group, folder or file</source>
        <translation>Art und Gruppe, Ordner oder Datei</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>Where the kind was read</source>
        <translation>Wo die Art gelesen wurde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Absence says something only where a kind was read</source>
        <translation>Fehlen sagt nur dort etwas aus, wo eine Art gelesen wurde</translation>
    </message>
    <message>
        <source>Source, format or reason</source>
        <translation>Quelle, Format oder Grund</translation>
    </message>
    <message>
        <source>Why it is in that state</source>
        <translation>Warum es in diesem Zustand ist</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Documents in the file</source>
        <translation>Dokumente in der Datei</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Objects that were read</source>
        <translation>Objekte, die gelesen wurden</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Begin of the file&apos;s SHA-256; the tool tip has all of it</source>
        <translation>Anfang der SHA-256 der Datei; der Tooltip zeigt sie ganz</translation>
    </message>
    <message>
        <source>nothing in the input</source>
        <translation>nichts in der Eingabe</translation>
    </message>
    <message>
        <source>not limited</source>
        <translation>nicht begrenzt</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Where bytes from outside the cluster are taken in</source>
        <translation>Wo Bytes von außerhalb des Clusters angenommen werden</translation>
    </message>
    <message>
        <source>From where it can be reached; internet only where an address shows it</source>
        <translation>Von wo er erreichbar ist; Internet nur, wo eine Adresse es zeigt</translation>
    </message>
    <message>
        <source>The weakest answer of what lies behind</source>
        <translation>Die schwächste Antwort dessen, was dahinter liegt</translation>
    </message>
    <message>
        <source>One hop behind</source>
        <translation>Einen Hop dahinter</translation>
    </message>
    <message>
        <source>Workloads that its bytes reach first</source>
        <translation>Workloads, die seine Bytes zuerst erreichen</translation>
    </message>
    <message>
        <source>Where the entry is written</source>
        <translation>Wo der Zugang geschrieben steht</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Where it listens</source>
        <translation>Wo er lauscht</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Addresses that the input shows</source>
        <translation>Adressen, die die Eingabe zeigt</translation>
    </message>
    <message>
        <source>Source ranges</source>
        <translation>Quellbereiche</translation>
    </message>
    <message>
        <source>Only these may connect, where the entry limits it</source>
        <translation>Nur diese dürfen verbinden, wo der Zugang es begrenzt</translation>
    </message>
    <message>
        <source>Why this reach</source>
        <translation>Warum diese Reichweite</translation>
    </message>
    <message>
        <source>What the reach is judged by</source>
        <translation>Wonach die Reichweite beurteilt ist</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Routes that this entry serves</source>
        <translation>Routen, die dieser Zugang bedient</translation>
    </message>
    <message>
        <source>exact digest</source>
        <translation>exakter Digest</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>über Tag</translation>
    </message>
    <message>
        <source>by a tag that moves</source>
        <translation>über ein Tag, das wandert</translation>
    </message>
    <message>
        <source>another digest runs</source>
        <translation>anderer Digest läuft</translation>
    </message>
    <message>
        <source>another platform</source>
        <translation>andere Plattform</translation>
    </message>
    <message>
        <source>attempted, says nothing</source>
        <translation>versucht, sagt nichts</translation>
    </message>
    <message>
        <source>same repository, another version</source>
        <translation>gleiches Repository, andere Version</translation>
    </message>
    <message>
        <source>direct: bytes from outside the cluster reach the workload through gateways alone</source>
        <translation>direkt: Bytes von außerhalb des Clusters erreichen den Workload allein über Gateways</translation>
    </message>
    <message>
        <source>relayed: a workload on the way passes requests on by calls of its own</source>
        <translation>weitergereicht: ein Workload auf dem Weg gibt Anfragen mit eigenen Aufrufen weiter</translation>
    </message>
    <message>
        <source>lateral: after a compromise, by what connectivity, identity and mounts allow</source>
        <translation>seitlich: nach einer Kompromittierung, soweit Verbindungen, Identität und Mounts es erlauben</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>The gateway answers without TLS.</source>
        <translation>Das Gateway antwortet ohne TLS.</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>TLS ends at the gateway.</source>
        <translation>TLS endet am Gateway.</translation>
    </message>
    <message>
        <source>passed through</source>
        <translation>durchgereicht</translation>
    </message>
    <message>
        <source>TLS ends behind the gateway, which does not see the requests.</source>
        <translation>TLS endet hinter dem Gateway, das die Anfragen nicht sieht.</translation>
    </message>
    <message>
        <source>mutual TLS</source>
        <translation>gegenseitiges TLS</translation>
    </message>
    <message>
        <source>A client certificate is required.</source>
        <translation>Ein Client-Zertifikat ist nötig.</translation>
    </message>
    <message>
        <source>TLS, certificate optional</source>
        <translation>TLS, Zertifikat optional</translation>
    </message>
    <message>
        <source>A client certificate is checked when it is shown, and not required.</source>
        <translation>Ein Client-Zertifikat wird geprüft, wenn es gezeigt wird, und ist nicht nötig.</translation>
    </message>
    <message>
        <source>The input does not say whether the gateway answers with TLS.</source>
        <translation>Die Eingabe sagt nicht, ob das Gateway mit TLS antwortet.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Memory now</source>
        <translation>Speicher jetzt</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>Speicher höchstens</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Noch wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>%1 files, %2 MB, %3 objects</source>
        <translation>%1 Dateien, %2 MB, %3 Objekte</translation>
    </message>
    <message>
        <source>System read</source>
        <translation>System</translation>
    </message>
    <message>
        <source>%1 workloads, %2 services, %3 calls, %4 routes</source>
        <translation>%1 Workloads, %2 Services, %3 Aufrufe, %4 Routen</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>%1 findings, %2 paths</source>
        <translation>%1 Befunde, %2 Wege</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>%1 nodes, %2 lines, %3 namespaces</source>
        <translation>%1 Knoten, %2 Linien, %3 Namensräume</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Compare with manifests, snapshots, archives or a review</source>
        <translation>Mit Manifesten, Abbildern, Archiven oder einem Review vergleichen</translation>
    </message>
    <message>
        <source>Compare with a folder</source>
        <translation>Mit einem Ordner vergleichen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>vorher: %1</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>nicht verlangt</translation>
    </message>
    <message>
        <source>Direct path from %1</source>
        <translation>Direkter Weg von %1</translation>
    </message>
    <message>
        <source>Relayed path from %1</source>
        <translation>Weitergereichter Weg von %1</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>there</source>
        <translation>da</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anders</translation>
    </message>
    <message>
        <source>cannot be compared</source>
        <translation>nicht vergleichbar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>What the later state is, beside the earlier one</source>
        <translation>Was der spätere Stand neben dem früheren ist</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>The service that it is about</source>
        <translation>Der Dienst, um den es geht</translation>
    </message>
    <message>
        <source>A layer of defence, a finding, a way in</source>
        <translation>Eine Schutzschicht, ein Befund, ein Zugang</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>In the state that is compared with</source>
        <translation>Im Stand, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>In the state that is shown</source>
        <translation>Im Stand, der gezeigt wird</translation>
    </message>
    <message>
        <source>The line behind it; of what is gone, where it was</source>
        <translation>Die Zeile dahinter; bei dem, was weg ist, wo es war</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What decides it now, or why it cannot be told</source>
        <translation>Was jetzt entscheidet, oder warum es sich nicht sagen lässt</translation>
    </message>
    <message numerus="yes">
        <source>Nothing differs: %n services are judged as before.</source>
        <translation>
            <numerusform>Nichts ist anders: %n Dienst wird wie vorher beurteilt.</numerusform>
            <numerusform>Nichts ist anders: %n Dienste werden wie vorher beurteilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Worse in %1 of %2 services, better in %3.</source>
        <translation>Schlechter in %1 von %2 Diensten, besser in %3.</translation>
    </message>
    <message>
        <source>%1 of %2 findings are new, %3 of %4 are gone.</source>
        <translation>%1 von %2 Befunden sind neu, %3 von %4 sind weg.</translation>
    </message>
    <message>
        <source>Services: %1 new, %2 gone.</source>
        <translation>Dienste: %1 neu, %2 weg.</translation>
    </message>
    <message>
        <source>%1 of %2 changes cannot be compared.</source>
        <translation>%1 von %2 Änderungen sind nicht vergleichbar.</translation>
    </message>
    <message>
        <source>Verdicts, findings and ways in that are worse than before</source>
        <translation>Urteile, Befunde und Zugänge, die schlechter sind als vorher</translation>
    </message>
    <message>
        <source>Verdicts, findings and ways in that are better than before</source>
        <translation>Urteile, Befunde und Zugänge, die besser sind als vorher</translation>
    </message>
    <message>
        <source>Services, findings and ways in that the earlier state does not have</source>
        <translation>Dienste, Befunde und Zugänge, die der frühere Stand nicht hat</translation>
    </message>
    <message>
        <source>Services, findings and ways in that only the earlier state has</source>
        <translation>Dienste, Befunde und Zugänge, die nur der frühere Stand hat</translation>
    </message>
    <message>
        <source>What is other, and neither worse nor better</source>
        <translation>Was anders ist und weder schlechter noch besser</translation>
    </message>
    <message>
        <source>What one of the states cannot tell: a verdict unknown there, or a kind not read there</source>
        <translation>Was einer der Stände nicht sagen kann: ein Urteil ist dort unbekannt oder eine Art dort nicht gelesen</translation>
    </message>
    <message>
        <source>of no namespace</source>
        <translation>ohne Namensraum</translation>
    </message>
    <message>
        <source>%1 namespaces</source>
        <translation>%1 Namensräume</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>mitigated</source>
        <translation>gemindert</translation>
    </message>
    <message>
        <source>false positive</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>needs work</source>
        <translation>zu bearbeiten</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>Schutzbedarf</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Verantwortliche</translation>
    </message>
    <message>
        <source>decision: %1</source>
        <translation>Entscheidung: %1</translation>
    </message>
    <message>
        <source>statement: %1</source>
        <translation>Aussage: %1</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>report joined</source>
        <translation>Bericht zugeordnet</translation>
    </message>
    <message>
        <source>is of %1</source>
        <translation>gehört zu %1</translation>
    </message>
    <message>
        <source>is of %1: %2</source>
        <translation>gehört zu %1: %2</translation>
    </message>
    <message>
        <source>saved query</source>
        <translation>gespeicherte Suche</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>wieder offen</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>orphaned</source>
        <translation>verwaist</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>läuft bald ab</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>%1 (%2: %3)</source>
        <translation>%1 (%2: %3)</translation>
    </message>
    <message>
        <source>This report looked for no vulnerabilities, or could not: joined, it still says nothing of the image.</source>
        <translation>Dieser Bericht suchte keine Schwachstellen oder konnte es nicht: Auch zugeordnet sagt er nichts über das Image.</translation>
    </message>
    <message>
        <source>The image is named by its digest alone, and the report is not of that digest: joined, the image stays undecided.</source>
        <translation>Das Image ist nur durch seinen Digest benannt, und der Bericht ist nicht von diesem Digest: Auch zugeordnet bleibt das Image unentschieden.</translation>
    </message>
    <message>
        <source>%1 there, %2 here</source>
        <translation>dort %1, hier %2</translation>
    </message>
    <message>
        <source>The report is of another build (%1). Digests win: the image stays undecided.</source>
        <translation>Der Bericht ist von einem anderen Stand (%1). Digests gehen vor: Das Image bleibt unentschieden.</translation>
    </message>
    <message>
        <source>The report names another digest (%1). That may be the same build from another registry, or another build. The verdict will say that the digest differs.</source>
        <translation>Der Bericht nennt einen anderen Digest (%1). Das kann derselbe Stand aus einer anderen Registry sein oder ein anderer Stand. Das Urteil wird sagen, dass der Digest abweicht.</translation>
    </message>
    <message>
        <source>No digest can be compared: the report counts by the word of who joins it.</source>
        <translation>Kein Digest lässt sich vergleichen: Der Bericht zählt auf das Wort dessen, der ihn zuordnet.</translation>
    </message>
    <message>
        <source>joined by hand: %1</source>
        <translation>von Hand zugeordnet: %1</translation>
    </message>
    <message>
        <source>Whether the row counts today; what needs somebody&apos;s eye stands first</source>
        <translation>Ob die Zeile heute zählt; was jemand ansehen muss, steht zuerst</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What kind of row of the review it is</source>
        <translation>Welche Art Zeile der Begutachtung es ist</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>The finding, service, route, report or name that it is about</source>
        <translation>Der Befund, der Dienst, die Route, der Bericht oder der Name, den es betrifft</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The reason, statement, value or note, as it was written</source>
        <translation>Die Begründung, Aussage, Angabe oder Notiz, wie sie geschrieben wurde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The last day on which it counts</source>
        <translation>Der letzte Tag, an dem sie zählt</translation>
    </message>
    <message>
        <source>Why it does not count any more, or not for long</source>
        <translation>Warum sie nicht mehr zählt oder nicht mehr lange</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Where a statement can be looked up</source>
        <translation>Wo eine Aussage nachzulesen ist</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Who has to act on a decision</source>
        <translation>Wer auf eine Entscheidung hin handeln muss</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who said it, and when</source>
        <translation>Wer es gesagt hat und wann</translation>
    </message>
    <message>
        <source>accepted</source>
        <comment>of a decision</comment>
        <translation>hingenommen</translation>
    </message>
    <message>
        <source>, from %1 MB</source>
        <translation>, ab %1 MB</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>File: %1, line %2</source>
        <translation>Datei: %1, Zeile %2</translation>
    </message>
    <message>
        <source>Write the drawing</source>
        <translation>Zeichnung schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n kinds read</source>
        <translation>
            <numerusform>%n Art gelesen</numerusform>
            <numerusform>%n Arten gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n verweigert</numerusform>
            <numerusform>%n verweigert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects reviewed</source>
        <translation>
            <numerusform>%n Objekt betrachtet</numerusform>
            <numerusform>%n Objekte betrachtet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read but not applied</source>
        <translation>
            <numerusform>%n gelesen, aber nicht angewandt</numerusform>
            <numerusform>%n gelesen, aber nicht angewandt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Going out: %1</source>
        <translation>Hinaus: %1</translation>
    </message>
    <message>
        <source>Coming in: %1</source>
        <translation>Herein: %1</translation>
    </message>
    <message>
        <source>Denied: %1</source>
        <translation>Abgelehnt auf %1</translation>
    </message>
    <message>
        <source>Allowed by policy: %1</source>
        <translation>Durch Policy erlaubt auf %1</translation>
    </message>
    <message>
        <source>Allowed, decided by policy in one direction alone: %1</source>
        <translation>Erlaubt auf %1, nur in einer Richtung durch eine Policy entschieden</translation>
    </message>
    <message>
        <source>Allowed, no policy decides: %1</source>
        <translation>Erlaubt auf %1, keine Policy entscheidet</translation>
    </message>
    <message>
        <source>Uncertain: %1</source>
        <translation>Ungewiss: %1</translation>
    </message>
    <message>
        <source>Nearly applied</source>
        <translation>Beinahe zutreffend</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>jedem Port</translation>
    </message>
    <message>
        <source>Nothing leads there.</source>
        <translation>Nichts führt dorthin.</translation>
    </message>
    <message>
        <source>Denied on every port.</source>
        <translation>Auf jedem Port abgelehnt.</translation>
    </message>
    <message>
        <source>Allowed on %1, denied on the rest.</source>
        <translation>Erlaubt auf %1, auf dem Rest abgelehnt.</translation>
    </message>
    <message>
        <source>Allowed on %1.</source>
        <translation>Erlaubt auf %1.</translation>
    </message>
    <message>
        <source>Ways there through an ingress controller</source>
        <translation>Wege dorthin durch einen Ingress-Controller</translation>
    </message>
    <message>
        <source>Allowed by the mesh: %1</source>
        <translation>Vom Mesh erlaubt: %1</translation>
    </message>
    <message>
        <source>Denied by the mesh: %1</source>
        <translation>Vom Mesh abgelehnt: %1</translation>
    </message>
    <message>
        <source>Allowed by the mesh for some requests alone: %1</source>
        <translation>Vom Mesh nur für manche Anfragen erlaubt: %1</translation>
    </message>
    <message>
        <source>Not decided here, by the mesh: %1</source>
        <translation>Vom Mesh hier nicht entschieden: %1</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Reading</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Putting together</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Building kustomizations</source>
        <translation>Kustomizations bauen</translation>
    </message>
    <message>
        <source>Resolving</source>
        <translation>Auflösen</translation>
    </message>
    <message>
        <source>Deciding layers</source>
        <translation>Schichten entscheiden</translation>
    </message>
    <message>
        <source>Looking for paths</source>
        <translation>Pfade suchen</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Laying out</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Reading the review</source>
        <translation>Das Review wird gelesen</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht schreiben</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>Matrix</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>Navigator</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>Ways in</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Images and reports</source>
        <translation>Images und Berichte</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Annahmen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Begutachtung</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Abuse</source>
        <translation>Missbrauch</translation>
    </message>
    <message>
        <source>abuse</source>
        <translation>Missbrauch</translation>
    </message>
    <message>
        <source>Abuse protection</source>
        <translation>Missbrauchsschutz</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>second factor</source>
        <translation>zweiter Faktor</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Autorisierung</translation>
    </message>
    <message>
        <source>authorization</source>
        <translation>Autorisierung</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Network isolation</source>
        <translation>Netzisolierung</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Failure isolation</source>
        <translation>Ausfallisolierung</translation>
    </message>
    <message>
        <source>Hardening</source>
        <translation>Härtung</translation>
    </message>
    <message>
        <source>hardening</source>
        <translation>Härtung</translation>
    </message>
    <message>
        <source>Privilege</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>privilege</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Security testing</source>
        <translation>Sicherheitstests</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Runtime monitoring</source>
        <translation>Laufzeitüberwachung</translation>
    </message>
    <message>
        <source>Admission</source>
        <translation>Zulassung</translation>
    </message>
    <message>
        <source>admission</source>
        <translation>Zulassung</translation>
    </message>
    <message>
        <source>Admission control</source>
        <translation>Zulassungskontrolle</translation>
    </message>
    <message>
        <source>Perimeter</source>
        <translation>Perimeter</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>Isolierung</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>Supply chain</source>
        <translation>Lieferkette</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Schutzbedarf</translation>
    </message>
    <message>
        <source>Says / is</source>
        <translation>Sagt / ist</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>required %1: present %2, partial %3, missing %4, unknown %5</source>
        <translation>verlangt %1: vorhanden %2, teilweise %3, fehlt %4, unbekannt %5</translation>
    </message>
    <message>
        <source>internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>private network</source>
        <translation>privates Netz</translation>
    </message>
    <message>
        <source>node network</source>
        <translation>Knotennetz</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>open data</source>
        <translation>offene Daten</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>vertraulich</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>streng vertraulich</translation>
    </message>
    <message>
        <source>anyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>signed-in people</source>
        <translation>angemeldete Personen</translation>
    </message>
    <message>
        <source>machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>operators</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Begutachtung</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>erschlossen</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>deklariert</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>latent</source>
        <translation>latent</translation>
    </message>
    <message>
        <source>no check in front of the application</source>
        <translation>keine Prüfung vor der Anwendung</translation>
    </message>
    <message>
        <source>open by decision</source>
        <translation>offen nach Entscheidung</translation>
    </message>
    <message>
        <source>open, shown</source>
        <translation>offen, gezeigt</translation>
    </message>
    <message>
        <source>a check is named, whether it holds cannot be told</source>
        <translation>Prüfung genannt, Wirkung unklar</translation>
    </message>
    <message>
        <source>checked at %1</source>
        <translation>geprüft an %1</translation>
    </message>
    <message>
        <source>judged on its routes</source>
        <translation>beurteilt an seinen Routen</translation>
    </message>
    <message>
        <source>no route in the input</source>
        <translation>keine Route in der Eingabe</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>festgelegt</translation>
    </message>
    <message>
        <source>ingress</source>
        <translation>eingehend</translation>
    </message>
    <message>
        <source>egress</source>
        <translation>ausgehend</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>telemetry</source>
        <translation>Telemetrie</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>no check in front</source>
        <translation>keine Prüfung davor</translation>
    </message>
    <message>
        <source>says, is not</source>
        <translation>sagt, ist nicht</translation>
    </message>
    <message>
        <source>worse than before</source>
        <translation>schlechter als zuvor</translation>
    </message>
    <message>
        <source>new service</source>
        <translation>neuer Dienst</translation>
    </message>
    <message>
        <source>gone service</source>
        <translation>weggefallener Dienst</translation>
    </message>
    <message>
        <source>plain or unknown</source>
        <translation>Klartext oder unbekannt</translation>
    </message>
    <message>
        <source>no check, direct</source>
        <translation>keine Prüfung, direkt</translation>
    </message>
    <message>
        <source>relayed</source>
        <translation>weitergereicht</translation>
    </message>
    <message>
        <source>dot: a service; filled by required layers present</source>
        <translation>Punkt: Dienst; gefüllt, was verlangt und vorhanden ist</translation>
    </message>
    <message>
        <source>dot: a service; marked: worse, ringed: new, dotted: gone</source>
        <translation>Punkt: Dienst; markiert: schlechter, umringt: neu, gepunktet: weg</translation>
    </message>
    <message>
        <source>no check, relayed</source>
        <translation>keine Prüfung, weitergereicht</translation>
    </message>
    <message>
        <source>1 replica</source>
        <translation>1 Replikat</translation>
    </message>
    <message>
        <source>%1 replicas</source>
        <translation>%1 Replikate</translation>
    </message>
    <message>
        <source>its pods are not in the input</source>
        <translation>seine Pods sind nicht in der Eingabe</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 Dienst</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 Dienste</translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation>%1 von %2 passen</translation>
    </message>
    <message>
        <source>no workload read yet</source>
        <translation>noch kein Workload gelesen</translation>
    </message>
    <message>
        <source>gone from %1</source>
        <translation>weggefallen aus %1</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außen</translation>
    </message>
    <message>
        <source>reach not known</source>
        <translation>Reichweite nicht bekannt</translation>
    </message>
    <message>
        <source>workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>way in</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>outside system</source>
        <translation>fremdes System</translation>
    </message>
    <message>
        <source>identity provider</source>
        <translation>Identitätsdienst</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>no check in front, direct</source>
        <translation>keine Prüfung davor, direkt</translation>
    </message>
    <message>
        <source>no check in front, relayed</source>
        <translation>keine Prüfung davor, weitergereicht</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 Schritte</translation>
    </message>
    <message>
        <source>placed by hand</source>
        <translation>von Hand gesetzt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>worse than before: %1</source>
        <translation>schlechter als zuvor: %1</translation>
    </message>
    <message>
        <source>%1 calls %2</source>
        <translation>%1 ruft %2 auf</translation>
    </message>
    <message>
        <source>encryption unknown</source>
        <translation>Verschlüsselung unbekannt</translation>
    </message>
    <message>
        <source>plain text</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>TLS, unverified</source>
        <translation>TLS, ungeprüft</translation>
    </message>
    <message>
        <source>person checked</source>
        <translation>Person geprüft</translation>
    </message>
    <message>
        <source>check enforced</source>
        <translation>Prüfung durchgesetzt</translation>
    </message>
    <message>
        <source>no check seen</source>
        <translation>keine Prüfung gesehen</translation>
    </message>
    <message>
        <source>blocked by policy</source>
        <translation>durch Richtlinie gesperrt</translation>
    </message>
    <message>
        <source>%1, gone since the earlier state</source>
        <translation>%1, weggefallen seit dem früheren Stand</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>by worst verdict: %1</source>
        <translation>nach schlechtestem Urteil: %1</translation>
    </message>
    <message>
        <source>no check in front, direct: %1 of %2</source>
        <translation>keine Prüfung davor, direkt: %1 von %2</translation>
    </message>
    <message>
        <source>%1 (%2 of %3 routes)</source>
        <translation>%1 (%2 von %3 Routen)</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>port not shown</source>
        <translation>Port nicht gezeigt</translation>
    </message>
    <message>
        <source>from outside</source>
        <translation>von außen</translation>
    </message>
    <message>
        <source>outside to gateway</source>
        <translation>von außen zum Gateway</translation>
    </message>
    <message>
        <source>gateway to service</source>
        <translation>vom Gateway zum Dienst</translation>
    </message>
    <message>
        <source>any TLS</source>
        <translation>TLS jeder Art</translation>
    </message>
    <message>
        <source>Connectivity</source>
        <translation>Erreichbarkeit</translation>
    </message>
    <message>
        <source>the network lets in</source>
        <translation>im Netz erreichbar von</translation>
    </message>
    <message>
        <source>no other</source>
        <translation>keinem anderen</translation>
    </message>
    <message>
        <source>up to a quarter</source>
        <translation>bis zu einem Viertel</translation>
    </message>
    <message>
        <source>up to half</source>
        <translation>bis zur Hälfte</translation>
    </message>
    <message>
        <source>more than half</source>
        <translation>mehr als der Hälfte</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>allen anderen</translation>
    </message>
    <message>
        <source>of the selection: a known call</source>
        <translation>der Auswahl: ein bekannter Aufruf</translation>
    </message>
    <message>
        <source>allowed, but no known call needs it</source>
        <translation>erlaubt, doch kein bekannter Aufruf braucht es</translation>
    </message>
    <message>
        <source>any other call</source>
        <translation>jeder andere Aufruf</translation>
    </message>
    <message>
        <source>directly</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>over several hops</source>
        <translation>über mehrere Hops</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::AboutDialog</name>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>layout, in bartizan-layout</source>
        <translation>Anordnung, in bartizan-layout</translation>
    </message>
    <message>
        <source>reading YAML</source>
        <translation>YAML lesen</translation>
    </message>
    <message>
        <source>reading and writing JSON</source>
        <translation>JSON lesen und schreiben</translation>
    </message>
    <message>
        <source>own tables and reviews</source>
        <translation>eigene Tabellen und Begutachtungen</translation>
    </message>
    <message>
        <source>reading archives</source>
        <translation>Archive lesen</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>finishing the PDF</source>
        <translation>Fertigstellen der PDF</translation>
    </message>
    <message>
        <source>font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Bartizan %1</source>
        <translation>Bartizan %1</translation>
    </message>
    <message>
        <source>About Bartizan</source>
        <translation>Über Bartizan</translation>
    </message>
    <message>
        <source>Shows where a microservice system&apos;s defences are thin. Nothing leaves this machine.
Licence: GPL-3.0-or-later. The layout helper bartizan-layout is MIT.</source>
        <translation>Zeigt, wo die Verteidigung eines Microservice-Systems dünn ist. Nichts verlässt diesen Rechner.
Lizenz: GPL-3.0-or-later. Das Hilfsprogramm bartizan-layout steht unter MIT.</translation>
    </message>
    <message>
        <source>Libraries and fonts</source>
        <translation>Bibliotheken und Schriften</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::AssumptionsView</name>
    <message>
        <source>Assumptions</source>
        <translation>Annahmen</translation>
    </message>
    <message>
        <source>What verdicts rest on without being shown appears here once sources are read.</source>
        <translation>Worauf Urteile beruhen, ohne dass es gezeigt ist, steht hier, sobald Quellen gelesen sind.</translation>
    </message>
    <message>
        <source>No verdict rests on an assumption.</source>
        <translation>Kein Urteil beruht auf einer Annahme.</translation>
    </message>
    <message>
        <source>1 assumption; Enter copies what settles it</source>
        <translation>1 Annahme; die Eingabetaste kopiert, was sie klärt</translation>
    </message>
    <message>
        <source>%1 assumptions; Enter copies what settles one</source>
        <translation>%1 Annahmen; die Eingabetaste kopiert, was eine klärt</translation>
    </message>
    <message>
        <source>%1 of %2 assumptions shown</source>
        <translation>%1 von %2 Annahmen gezeigt</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::CannotTellModel</name>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::CannotTellView</name>
    <message>
        <source>What we cannot tell</source>
        <translation>Was unklar bleibt</translation>
    </message>
    <message>
        <source>with a command</source>
        <translation>mit Befehl</translation>
    </message>
    <message>
        <source>Inputs that a read-only command makes</source>
        <translation>Eingaben, die ein nur lesender Befehl erzeugt</translation>
    </message>
    <message>
        <source>to be asked for</source>
        <translation>zu erfragen</translation>
    </message>
    <message>
        <source>Inputs that a person has to give</source>
        <translation>Eingaben, die eine Person geben muss</translation>
    </message>
    <message>
        <source>Inputs that would settle what nobody can tell yet appear here once sources are read.</source>
        <translation>Eingaben, die klären würden, was noch niemand sagen kann, stehen hier, sobald Quellen gelesen sind.</translation>
    </message>
    <message>
        <source>with a command %1</source>
        <translation>mit Befehl %1</translation>
    </message>
    <message>
        <source>to be asked for %1</source>
        <translation>zu erfragen %1</translation>
    </message>
    <message>
        <source>Nothing is left that another input would settle.</source>
        <translation>Nichts ist übrig, das eine weitere Eingabe klären würde.</translation>
    </message>
    <message>
        <source>1 input; Enter copies its command</source>
        <translation>1 Eingabe; die Eingabetaste kopiert ihren Befehl</translation>
    </message>
    <message>
        <source>%1 inputs; Enter copies a command</source>
        <translation>%1 Eingaben; die Eingabetaste kopiert einen Befehl</translation>
    </message>
    <message>
        <source>%1 of %2 inputs shown</source>
        <translation>%1 von %2 Eingaben gezeigt</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::CausesModel</name>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Subjekte</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::CellsPage</name>
    <message>
        <source>The rows are being put together.</source>
        <translation>Die Zeilen werden zusammengestellt.</translation>
    </message>
    <message>
        <source>Write a &amp;note…</source>
        <translation>&amp;Notiz schreiben…</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ChangesView</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Nothing is compared yet. File › Compare takes an earlier state (files with Ctrl+D, a folder with Ctrl+Shift+D, a review, or the state before the last reading) and lists here what is worse, better, new or gone since.</source>
        <translation>Noch wird nichts verglichen. Datei › Vergleichen nimmt einen früheren Stand (Dateien mit Strg+D, einen Ordner mit Strg+Umschalt+D, ein Review oder den Stand vor dem letzten Lesen) und führt hier auf, was seither schlechter, besser, neu oder weg ist.</translation>
    </message>
    <message>
        <source>Compared with %1.</source>
        <translation>Verglichen mit: %1.</translation>
    </message>
    <message>
        <source>Nothing differs from %1: the same services, verdicts, findings and ways in.</source>
        <translation>Nichts ist anders als in %1: dieselben Dienste, Urteile, Befunde und Zugänge.</translation>
    </message>
    <message>
        <source>Only the earlier state has it: nothing to select here.</source>
        <translation>Nur der frühere Stand hat das: hier gibt es nichts auszuwählen.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 changes shown</source>
        <translation>%1 von %2 Änderungen gezeigt</translation>
    </message>
    <message>
        <source>Only the earlier state has it: Enter shows the line there.</source>
        <translation>Nur der frühere Stand hat das: Eingabe zeigt die Zeile dort.</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::CodeView</name>
    <message>
        <source>Line numbers</source>
        <translation>Zeilennummern</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type some letters of a command</source>
        <translation>Einige Buchstaben eines Befehls eingeben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::CommandsPage</name>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Copy what &amp;settles it</source>
        <translation>Kopieren, was es &amp;klärt</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::CompareActions</name>
    <message>
        <source>Nothing is compared any more.</source>
        <translation>Es wird nichts mehr verglichen.</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>With &amp;files or a review…</source>
        <translation>Mit Da&amp;teien oder einem Review…</translation>
    </message>
    <message>
        <source>With a f&amp;older…</source>
        <translation>Mit einem &amp;Ordner…</translation>
    </message>
    <message>
        <source>With the state &amp;before the last reading</source>
        <translation>Mit dem Stand vor dem letzten &amp;Lesen</translation>
    </message>
    <message>
        <source>With &amp;recent ones</source>
        <translation>Mit &amp;früheren</translation>
    </message>
    <message>
        <source>&amp;Stop comparing</source>
        <translation>Vergleich &amp;beenden</translation>
    </message>
    <message>
        <source>Nothing was compared yet</source>
        <translation>Noch wurde nichts verglichen</translation>
    </message>
    <message>
        <source>Open sources first: there is nothing to compare yet.</source>
        <translation>Erst Quellen öffnen: noch gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>These sources were read once: read them again (Ctrl+R) and there is an earlier state.</source>
        <translation>Diese Quellen wurden einmal gelesen: nach erneutem Lesen (Strg+R) gibt es einen früheren Stand.</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::Comparison</name>
    <message>
        <source>the state before the last reading</source>
        <translation>der Stand vor dem letzten Lesen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ConfirmDialog</name>
    <message>
        <source>Confirm sensitivities and audiences</source>
        <translation>Schutzbedarf und Zielgruppen bestätigen</translation>
    </message>
    <message>
        <source>What is to be confirmed</source>
        <translation>Was zu bestätigen ist</translation>
    </message>
    <message>
        <source>Enter as proposed    Backspace take back    Ctrl+Z in the window undoes</source>
        <translation>Eingabe wie vorgeschlagen    Rücktaste nimmt zurück    Strg+Z im Fenster macht rückgängig</translation>
    </message>
    <message>
        <source>Confirmed %1 of %2. What is not confirmed stays inferred, and is said to be.</source>
        <translation>%1 von %2 bestätigt. Was nicht bestätigt ist, bleibt abgeleitet und wird so genannt.</translation>
    </message>
    <message>
        <source>Take a confirmation back</source>
        <translation>Eine Bestätigung zurücknehmen</translation>
    </message>
    <message>
        <source>Confirm %1</source>
        <translation>%1 bestätigen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ConfirmModel</name>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Service or route</source>
        <translation>Dienst oder Route</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Why it is proposed</source>
        <translation>Grund des Vorschlags</translation>
    </message>
    <message>
        <source>audience</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>Schutzbedarf</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::CountsLine</name>
    <message>
        <source>no way in found</source>
        <translation>kein Zugang gefunden</translation>
    </message>
    <message>
        <source>steps %1</source>
        <translation>Schritte %1</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::DecideDialog</name>
    <message>
        <source>Decide on a finding</source>
        <translation>Über einen Befund entscheiden</translation>
    </message>
    <message numerus="yes">
        <source>Decide on %n findings</source>
        <translation>
            <numerusform>Über %n Befund entscheiden</numerusform>
            <numerusform>Über %n Befunde entscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>&amp;Accept the risk until a date</source>
        <translation>&amp;Risiko bis zu einem Datum hinnehmen</translation>
    </message>
    <message>
        <source>Needs a reason, an owner and an expiry.</source>
        <translation>Braucht Begründung, Verantwortliche und Ablauf.</translation>
    </message>
    <message>
        <source>&amp;Mitigated by something the input does not show</source>
        <translation>&amp;Gemindert durch etwas, das die Eingabe nicht zeigt</translation>
    </message>
    <message>
        <source>Say by what in the reason.</source>
        <translation>Wodurch, steht in der Begründung.</translation>
    </message>
    <message>
        <source>&amp;False positive</source>
        <translation>&amp;Fehlalarm</translation>
    </message>
    <message>
        <source>Say why the finding does not hold.</source>
        <translation>Begründen, warum der Befund nicht zutrifft.</translation>
    </message>
    <message>
        <source>&amp;Needs work</source>
        <translation>&amp;Arbeit nötig</translation>
    </message>
    <message>
        <source>Stays open, with an owner.</source>
        <translation>Bleibt offen, mit Verantwortlichen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Begründung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>a team or a role</source>
        <translation>ein Team oder eine Rolle</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Verantwortlich</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>&amp;1 month</source>
        <translation>&amp;1 Monat</translation>
    </message>
    <message>
        <source>&amp;3 months</source>
        <translation>&amp;3 Monate</translation>
    </message>
    <message>
        <source>&amp;6 months</source>
        <translation>&amp;6 Monate</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>Ab&amp;lauf</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>&amp;Entscheiden</translation>
    </message>
    <message>
        <source>O&amp;pen again</source>
        <translation>&amp;Wieder öffnen</translation>
    </message>
    <message>
        <source>Expires takes a date such as %1.</source>
        <translation>Der Ablauf ist ein Datum wie %1.</translation>
    </message>
    <message>
        <source>This expiry has passed.</source>
        <translation>Dieser Ablauf liegt in der Vergangenheit.</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>eine Begründung</translation>
    </message>
    <message>
        <source>an owner</source>
        <translation>Verantwortliche</translation>
    </message>
    <message>
        <source>an expiry</source>
        <translation>ein Ablauf</translation>
    </message>
    <message>
        <source>Still needed: %1.</source>
        <translation>Noch nötig: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::FilterPage</name>
    <message>
        <source>Filter: every word must be in the row</source>
        <translation>Filter: jedes Wort muss in der Zeile stehen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::FindingsModel</name>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Subjekte</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>By what can be reached and how sensitive it is</source>
        <translation>Nach dem, was erreichbar ist, und dessen Schutzbedarf</translation>
    </message>
    <message>
        <source>One cause with all its subjects</source>
        <translation>Eine Ursache mit allen ihren Subjekten</translation>
    </message>
    <message>
        <source>The layer of defence that it weakens</source>
        <translation>Die Schicht der Verteidigung, die er schwächt</translation>
    </message>
    <message>
        <source>Whom it touches</source>
        <translation>Wen er betrifft</translation>
    </message>
    <message>
        <source>The line to read first, or what was searched</source>
        <translation>Die zuerst zu lesende Zeile, oder was durchsucht wurde</translation>
    </message>
    <message>
        <source>What the review has decided</source>
        <translation>Was die Begutachtung entschieden hat</translation>
    </message>
    <message>
        <source>By the labels of the workloads</source>
        <translation>Nach den Labels der Workloads</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n findings</source>
        <translation>
            <numerusform>%1: %n Befund</numerusform>
            <numerusform>%1: %n Befunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::FindingsView</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Only findings of one layer of defence</source>
        <translation>Nur Befunde einer Schicht der Verteidigung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Only findings of one status</source>
        <translation>Nur Befunde eines Status</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings appear here once sources are read.</source>
        <translation>Befunde stehen hier, sobald Quellen gelesen sind.</translation>
    </message>
    <message>
        <source>Findings of this severity</source>
        <translation>Befunde dieser Schwere</translation>
    </message>
    <message>
        <source>selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Only findings of the service that is selected</source>
        <translation>Nur Befunde des ausgewählten Dienstes</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Findings of platform components: control plane, network plugin, operators and the like</source>
        <translation>Befunde von Teilen der Plattform: Control Plane, Netzwerk-Plugin, Operatoren und dergleichen</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>Nach Schicht</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Nach Verantwortlichen</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Nach Status</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>platform %1</source>
        <translation>Plattform %1</translation>
    </message>
    <message>
        <source>selection %1</source>
        <translation>Auswahl %1</translation>
    </message>
    <message>
        <source>Only the findings of %1</source>
        <translation>Nur die Befunde von %1</translation>
    </message>
    <message>
        <source>%1 of %2 findings shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>; %1 of platform components hidden</source>
        <translation>; %1 von Teilen der Plattform ausgeblendet</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>What stands together under a heading; sorting holds within it</source>
        <translation>Was unter einer Überschrift zusammensteht; darin gilt die Sortierung</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Ohne Gruppen</translation>
    </message>
    <message>
        <source>By family</source>
        <translation>Nach Familie</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>Nach Schwere</translation>
    </message>
    <message>
        <source>By namespace</source>
        <translation>Nach Namensraum</translation>
    </message>
    <message>
        <source>Close all &amp;groups</source>
        <translation>Alle &amp;Gruppen schließen</translation>
    </message>
    <message>
        <source>Open &amp;all groups</source>
        <translation>&amp;Alle Gruppen öffnen</translation>
    </message>
    <message>
        <source>; %1 in closed groups</source>
        <translation>; %1 in geschlossenen Gruppen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::GraphView</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;evidence</source>
        <translation>&amp;Beleg kopieren</translation>
    </message>
    <message>
        <source>Light the &amp;weakest path</source>
        <translation>Schwächsten &amp;Weg hervorheben</translation>
    </message>
    <message>
        <source>Show only its &amp;paths</source>
        <translation>Nur seine Wege &amp;zeigen</translation>
    </message>
    <message>
        <source>Show &amp;all again</source>
        <translation>&amp;Alles wieder zeigen</translation>
    </message>
    <message>
        <source>&amp;Open %1</source>
        <translation>%1 auf&amp;klappen</translation>
    </message>
    <message>
        <source>&amp;Close %1</source>
        <translation>%1 zuk&amp;lappen</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>B&amp;ild kopieren</translation>
    </message>
    <message>
        <source>&amp;Fit the whole drawing</source>
        <translation>Ganze Zeichnung &amp;einpassen</translation>
    </message>
    <message>
        <source>Select a service: P lights the weakest path to it.</source>
        <translation>Einen Dienst auswählen: P hebt den schwächsten Weg zu ihm hervor.</translation>
    </message>
    <message numerus="yes">
        <source>No direct or relayed path to %1 found (%n entries, bound %2).</source>
        <translation>
            <numerusform>Kein direkter oder weitergereichter Weg zu %1 gefunden (%n Zugang, Grenze %2).</numerusform>
            <numerusform>Kein direkter oder weitergereichter Weg zu %1 gefunden (%n Zugänge, Grenze %2).</numerusform>
        </translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>relayed</source>
        <translation>weitergereicht</translation>
    </message>
    <message>
        <source>Path to %1, %2: %3. Steps %4. Next hop: ]</source>
        <translation>Weg zu %1, %2: %3. Schritte %4. Nächster Hop: ]</translation>
    </message>
    <message>
        <source>No path is lit: P lights the weakest one to the selection.</source>
        <translation>Kein Weg ist hervorgehoben: P zeigt den schwächsten zur Auswahl.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <source>Hop %1 of %2: %3</source>
        <translation>Hop %1 von %2: %3</translation>
    </message>
    <message>
        <source>Service graph</source>
        <translation>Dienstgraph</translation>
    </message>
    <message>
        <source>Nothing to look along yet.</source>
        <translation>Noch nichts zu betrachten.</translation>
    </message>
    <message>
        <source>Drop a folder of manifests here, or open one with Ctrl+Shift+O.</source>
        <translation>Einen Ordner mit Manifesten hierher ziehen oder mit Strg+Umschalt+O öffnen.</translation>
    </message>
    <message>
        <source>Show what fa&amp;lls with it</source>
        <translation>Zeigen, was mit ihm f&amp;ällt</translation>
    </message>
    <message>
        <source>&amp;Back to its automatic place</source>
        <translation>Zur&amp;ück an seinen automatischen Platz</translation>
    </message>
    <message>
        <source>Select services or a namespace: Ctrl and the arrow keys move them.</source>
        <translation>Dienste oder einen Namensraum auswählen: Strg und die Pfeiltasten verschieben sie.</translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>%1 platzieren</translation>
    </message>
    <message>
        <source>%1 stands where you put it. Ctrl+Z takes it back.</source>
        <translation>%1 steht, wo Sie es hingestellt haben. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Nothing is placed by hand.</source>
        <translation>Nichts ist von Hand platziert.</translation>
    </message>
    <message>
        <source>Nothing of the selection is placed by hand.</source>
        <translation>Nichts in der Auswahl ist von Hand platziert.</translation>
    </message>
    <message>
        <source>Back to automatic places</source>
        <translation>Zurück an die automatischen Plätze</translation>
    </message>
    <message>
        <source>Back to the automatic place</source>
        <translation>Zurück an den automatischen Platz</translation>
    </message>
    <message numerus="yes">
        <source>All stand at their automatic places; %n places of what is not in this input are kept.</source>
        <translation>
            <numerusform>Alles steht an seinem automatischen Platz; %n Platz von etwas, das nicht in dieser Eingabe ist, bleibt erhalten.</numerusform>
            <numerusform>Alles steht an seinem automatischen Platz; %n Plätze von etwas, das nicht in dieser Eingabe ist, bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>All stand at their automatic places.</source>
        <translation>Alles steht an seinem automatischen Platz.</translation>
    </message>
    <message>
        <source>The Sensitivity lens always shows what falls with the selection.</source>
        <translation>Die Linse Schutzbedarf zeigt immer, was mit der Auswahl fällt.</translation>
    </message>
    <message>
        <source>Select a service: B shows what falls with it.</source>
        <translation>Einen Dienst auswählen: B zeigt, was mit ihm fällt.</translation>
    </message>
    <message>
        <source>If %1 falls: no other service is reached by known calls</source>
        <translation>Wenn %1 fällt: kein anderer Dienst ist über bekannte Aufrufe erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>If %1 falls: %n services are reached by known calls</source>
        <translation>
            <numerusform>Wenn %1 fällt: %n Dienst ist über bekannte Aufrufe erreichbar</numerusform>
            <numerusform>Wenn %1 fällt: %n Dienste sind über bekannte Aufrufe erreichbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restricted</source>
        <translation>
            <numerusform>%n streng vertraulich</numerusform>
            <numerusform>%n streng vertraulich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confidential</source>
        <translation>
            <numerusform>%n vertraulich</numerusform>
            <numerusform>%n vertraulich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with missing layers</source>
        <translation>
            <numerusform>%n mit fehlenden Schichten</numerusform>
            <numerusform>%n mit fehlenden Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message numerus="yes">
        <source>%n services are hidden</source>
        <translation>
            <numerusform>%n Dienst ist ausgeblendet</numerusform>
            <numerusform>%n Dienste sind ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them with missing layers</source>
        <translation>
            <numerusform>, %n davon mit fehlenden Schichten</numerusform>
            <numerusform>, %n davon mit fehlenden Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>Wri&amp;te a note…</source>
        <translation>No&amp;tiz schreiben…</translation>
    </message>
    <message>
        <source>&amp;State that a layer is present…</source>
        <translation>&amp;Aussagen, dass eine Schicht vorhanden ist…</translation>
    </message>
    <message>
        <source>Reading was stopped. Nothing has been decided yet: every verdict is unknown.</source>
        <translation>Das Einlesen wurde abgebrochen. Noch ist nichts entschieden: jedes Urteil ist unbekannt.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut einlesen</translation>
    </message>
    <message>
        <source>May be reached by %1 of %2 other services</source>
        <translation>Erreichbar von %1 von %2 anderen Diensten</translation>
    </message>
    <message>
        <source>Wh&amp;y is this allowed, or not?</source>
        <translation>Warum ist das e&amp;rlaubt oder nicht?</translation>
    </message>
    <message>
        <source>Wh&amp;y can %1 reach %2, or not?</source>
        <translation>Warum kann %1 %2 e&amp;rreichen oder nicht?</translation>
    </message>
    <message>
        <source>Wh&amp;y can %1 reach …</source>
        <translation>Warum kann %1 … e&amp;rreichen</translation>
    </message>
    <message>
        <source>Why can … &amp;reach %1</source>
        <translation>Warum kann … %1 errei&amp;chen</translation>
    </message>
    <message>
        <source>Select one service: the Connectivity lens shows what it may reach (O) and who may reach it (I).</source>
        <translation>Einen Dienst auswählen: Die Linse Erreichbarkeit zeigt, was er erreichen darf (O) und wer ihn erreichen darf (I).</translation>
    </message>
    <message>
        <source>No service may reach %1</source>
        <translation>Kein Dienst darf %1 erreichen</translation>
    </message>
    <message>
        <source>%1 may reach no service</source>
        <translation>%1 darf keinen Dienst erreichen</translation>
    </message>
    <message numerus="yes">
        <source>; %n known callers are not let through</source>
        <translation>
            <numerusform>; %n bekannter Aufrufer wird nicht durchgelassen</numerusform>
            <numerusform>; %n bekannte Aufrufer werden nicht durchgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n services that it calls are out of reach</source>
        <translation>
            <numerusform>; %n Dienst, den er aufruft, ist nicht erreichbar</numerusform>
            <numerusform>; %n Dienste, die er aufruft, sind nicht erreichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Who may reach whom was not worked out: the analysis was stopped before.</source>
        <translation>Wer wen erreichen darf, wurde nicht ermittelt: Die Analyse wurde vorher angehalten.</translation>
    </message>
    <message>
        <source>What it may reach</source>
        <translation>Was er erreichen darf</translation>
    </message>
    <message>
        <source>Who may reach it</source>
        <translation>Wer ihn erreichen darf</translation>
    </message>
    <message>
        <source>%1 may reach %2 on %3; no known call needs it</source>
        <translation>%1 darf %2 erreichen: %3; kein bekannter Aufruf braucht es</translation>
    </message>
    <message numerus="yes">
        <source>%n services of %1 may reach %2; no known call needs it</source>
        <translation>
            <numerusform>%n Dienst in %1 darf %2 erreichen; kein bekannter Aufruf braucht es</numerusform>
            <numerusform>%n Dienste in %1 dürfen %2 erreichen; kein bekannter Aufruf braucht es</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may reach %n services of %2; no known call needs it</source>
        <translation>
            <numerusform>%1 darf %n Dienst in %2 erreichen; kein bekannter Aufruf braucht es</numerusform>
            <numerusform>%1 darf %n Dienste in %2 erreichen; kein bekannter Aufruf braucht es</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 of %2: %3. Why: Enter</source>
        <translation>Linie %1 von %2: %3. Warum: Eingabetaste</translation>
    </message>
    <message>
        <source>Wh&amp;y can %1 reach %2?</source>
        <translation>Warum kann %1 %2 e&amp;rreichen?</translation>
    </message>
    <message>
        <source>And the &amp;other way round: %1 to %2?</source>
        <translation>Und &amp;umgekehrt: %1 zu %2?</translation>
    </message>
    <message>
        <source>&amp;Copy the sentence</source>
        <translation>Satz &amp;kopieren</translation>
    </message>
    <message>
        <source>Show &amp;from: %1</source>
        <translation>&amp;Von zeigen: %1</translation>
    </message>
    <message>
        <source>Show &amp;to: %1</source>
        <translation>&amp;Zu zeigen: %1</translation>
    </message>
    <message>
        <source>Show the &amp;namespace %1</source>
        <translation>&amp;Namensraum %1 zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n services may reach %1 directly: %2 that call it, %3 that nothing needs</source>
        <translation>
            <numerusform>%n Dienst darf %1 direkt erreichen: %2 mit bekanntem Aufruf, %3 ohne Bedarf</numerusform>
            <numerusform>%n Dienste dürfen %1 direkt erreichen: %2 mit bekanntem Aufruf, %3 ohne Bedarf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may reach %n services directly: %2 that it calls, %3 that nothing needs</source>
        <translation>
            <numerusform>%1 darf %n Dienst direkt erreichen: %2 mit bekanntem Aufruf, %3 ohne Bedarf</numerusform>
            <numerusform>%1 darf %n Dienste direkt erreichen: %2 mit bekanntem Aufruf, %3 ohne Bedarf</numerusform>
        </translation>
    </message>
    <message>
        <source>; %1 counting several hops</source>
        <translation>; über mehrere Hops insgesamt %1</translation>
    </message>
    <message>
        <source>; no policy restricts anything</source>
        <translation>; keine Policy beschränkt etwas</translation>
    </message>
    <message>
        <source>; it is on its node&apos;s network, where policies may not act</source>
        <translation>; er ist im Knotennetz, wo Policies vielleicht nicht wirken</translation>
    </message>
    <message>
        <source>; over all of %1 networks</source>
        <translation>; über alle %1 Netze</translation>
    </message>
    <message>
        <source>; the mesh refuses %1</source>
        <translation>; %1 weist das Mesh ab</translation>
    </message>
    <message>
        <source>; the mesh refuses %1 more</source>
        <translation>; %1 weitere weist das Mesh ab</translation>
    </message>
    <message>
        <source>; not all pairs could be asked of the mesh</source>
        <translation>; nicht zu allen Paaren wurde das Mesh befragt</translation>
    </message>
    <message numerus="yes">
        <source>%n services may reach %1 directly</source>
        <translation>
            <numerusform>%n Dienst darf %1 direkt erreichen</numerusform>
            <numerusform>%n Dienste dürfen %1 direkt erreichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may reach %n services directly</source>
        <translation>
            <numerusform>%1 darf %n Dienst direkt erreichen</numerusform>
            <numerusform>%1 darf %n Dienste direkt erreichen</numerusform>
        </translation>
    </message>
    <message>
        <source>; %1 of them left out by the search</source>
        <translation>; %1 davon lässt die Suche weg</translation>
    </message>
    <message>
        <source>There is only one service, and no other that it could reach.</source>
        <translation>Es gibt nur einen Dienst und keinen anderen, den er erreichen könnte.</translation>
    </message>
    <message>
        <source>No network policy is in the input: the network lets everyone reach everyone.</source>
        <translation>In der Eingabe ist keine Netz-Policy: Das Netz lässt jeden jeden erreichen.</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::HeadingDelegate</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ImagesView</name>
    <message>
        <source>Images and reports</source>
        <translation>Images und Berichte</translation>
    </message>
    <message>
        <source>told by a report</source>
        <translation>von einem Bericht abgedeckt</translation>
    </message>
    <message>
        <source>Images that a report in the input covers</source>
        <translation>Images, die ein Bericht in der Eingabe abdeckt</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>Images that no report covers, or only one of another digest or version</source>
        <translation>Images, die kein Bericht abdeckt, oder nur einer zu anderem Digest oder anderer Version</translation>
    </message>
    <message>
        <source>reports without an image</source>
        <translation>Berichte ohne Image</translation>
    </message>
    <message>
        <source>What was scanned and is not in use here</source>
        <translation>Was gescannt wurde und hier nicht in Gebrauch ist</translation>
    </message>
    <message>
        <source>Images and scan reports appear here once sources are read.</source>
        <translation>Images und Scan-Berichte stehen hier, sobald Quellen gelesen sind.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No image and no scan report is in the input.</source>
        <translation>Kein Image und kein Scan-Bericht ist in der Eingabe.</translation>
    </message>
    <message>
        <source>told by a report %1</source>
        <translation>von einem Bericht abgedeckt %1</translation>
    </message>
    <message>
        <source>cannot be told %1</source>
        <translation>unklar %1</translation>
    </message>
    <message>
        <source>reports without an image %1</source>
        <translation>Berichte ohne Image %1</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 rows shown</source>
        <translation>%1 von %2 Zeilen gezeigt</translation>
    </message>
    <message>
        <source>&amp;Join by hand…</source>
        <translation>Von Hand &amp;zuordnen…</translation>
    </message>
    <message>
        <source>Say which image a report is about, or which report an image has</source>
        <translation>Sagen, zu welchem Image ein Bericht gehört oder welchen Bericht ein Image hat</translation>
    </message>
    <message>
        <source>Choose an image or a report first.</source>
        <translation>Zuerst ein Image oder einen Bericht wählen.</translation>
    </message>
    <message>
        <source>Only a report of exactly one thing can be joined by hand; this one is of several, or of none.</source>
        <translation>Nur ein Bericht über genau eine Sache lässt sich von Hand zuordnen; dieser ist über mehrere oder über keine.</translation>
    </message>
    <message>
        <source>A report already covers this image.</source>
        <translation>Ein Bericht deckt dieses Image schon ab.</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ImportScreen</name>
    <message>
        <source>Import</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Einlesen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>Beurteilen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n sources</source>
        <translation>
            <numerusform>%n Quelle wird gelesen</numerusform>
            <numerusform>%n Quellen werden gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>putting together</source>
        <translation>wird zusammengefügt</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 services</source>
        <translation>%1 von %2 Diensten</translation>
    </message>
    <message>
        <source>looking for paths</source>
        <translation>sucht Pfade</translation>
    </message>
    <message>
        <source>placing services</source>
        <translation>ordnet Dienste an</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>Stop, keep what was read</source>
        <translation>Abbrechen, Gelesenes behalten</translation>
    </message>
    <message numerus="yes">
        <source>early: %n services</source>
        <translation>
            <numerusform>vorab: %n Dienst</numerusform>
            <numerusform>vorab: %n Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s so far</source>
        <translation>bisher %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
    <message>
        <source>%1 objects</source>
        <translation>%1 Objekte</translation>
    </message>
    <message numerus="yes">
        <source>%n reports</source>
        <translation>
            <numerusform>%n Bericht</numerusform>
            <numerusform>%n Berichte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems so far; the rest goes on.</source>
        <translation>
            <numerusform>Bisher %n Problem; der Rest läuft weiter.</numerusform>
            <numerusform>Bisher %n Probleme; der Rest läuft weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 done, %2</source>
        <translation>%1 fertig, %2</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>keine Datei</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::Inspector</name>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Searched: %1</source>
        <translation>Durchsucht: %1</translation>
    </message>
    <message>
        <source>Nearest miss: %1</source>
        <translation>Knapp verfehlt: %1</translation>
    </message>
    <message>
        <source>Would settle it: %1</source>
        <translation>Würde es klären: %1</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Select a service in the drawing, the navigator or the matrix, or a finding below. Here stands what is known of it, each fact with its line.</source>
        <translation>Einen Dienst in der Zeichnung, im Navigator oder in der Matrix auswählen, oder unten einen Befund. Hier steht, was darüber bekannt ist, jede Tatsache mit ihrer Zeile.</translation>
    </message>
    <message>
        <source>What is known of a service or finding stands here, each fact with its line.</source>
        <translation>Was über einen Dienst oder Befund bekannt ist, steht hier, jede Tatsache mit ihrer Zeile.</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>verantwortlich %1</translation>
    </message>
    <message>
        <source>sensitivity by %1</source>
        <translation>Schutzbedarf laut %1</translation>
    </message>
    <message>
        <source>Reachable from outside</source>
        <translation>Von außen erreichbar</translation>
    </message>
    <message>
        <source>no check, direct</source>
        <translation>keine Prüfung, direkt</translation>
    </message>
    <message>
        <source>no check, relayed</source>
        <translation>keine Prüfung, weitergereicht</translation>
    </message>
    <message>
        <source> (not required)</source>
        <translation> (nicht verlangt)</translation>
    </message>
    <message>
        <source>No call to it is known.</source>
        <translation>Kein Aufruf dorthin ist bekannt.</translation>
    </message>
    <message>
        <source>No call from it is known.</source>
        <translation>Kein Aufruf von dort ist bekannt.</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>Aufgerufen von</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Ruft auf</translation>
    </message>
    <message>
        <source>If it falls</source>
        <translation>Wenn es fällt</translation>
    </message>
    <message>
        <source>%1 by known calls</source>
        <translation>%1 über bekannte Aufrufe</translation>
    </message>
    <message>
        <source>No other service is reached by known calls. What the network allows besides is decided by the network layer above.</source>
        <translation>Kein anderer Dienst ist über bekannte Aufrufe erreichbar. Was das Netz darüber hinaus erlaubt, entscheidet die Schicht Netz oben.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Nearest misses</source>
        <translation>Knapp verfehlt</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Subjekte</translation>
    </message>
    <message>
        <source>Supports evidence for</source>
        <translation>Stützt Belege für</translation>
    </message>
    <message>
        <source>, stated</source>
        <translation>, ausgesagt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on %1</source>
        <translation>Notiz zu %1</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>einer Person</translation>
    </message>
    <message>
        <source>Stated by %1 until %2, which has passed: %3</source>
        <translation>Ausgesagt von %1 bis %2, das vorbei ist: %3</translation>
    </message>
    <message>
        <source>Stated by %1, but the input decides: %2</source>
        <translation>Ausgesagt von %1, aber die Eingabe entscheidet: %2</translation>
    </message>
    <message>
        <source>&amp;Decide on it…</source>
        <translation>&amp;Darüber entscheiden…</translation>
    </message>
    <message>
        <source>Change the &amp;note…</source>
        <translation>&amp;Notiz ändern…</translation>
    </message>
    <message>
        <source>Write a &amp;note…</source>
        <translation>&amp;Notiz schreiben…</translation>
    </message>
    <message>
        <source>Change the &amp;statement…</source>
        <translation>&amp;Aussage ändern…</translation>
    </message>
    <message>
        <source>&amp;State that it is present…</source>
        <translation>&amp;Aussagen, dass sie vorhanden ist…</translation>
    </message>
    <message>
        <source>&amp;Withdraw the statement</source>
        <translation>Aussage &amp;zurückziehen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>restricted by policy</source>
        <translation>durch Policy eingeschränkt</translation>
    </message>
    <message>
        <source>open: no policy selects it</source>
        <translation>offen: Keine Policy wählt ihn aus</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 herein, %2 hinaus</translation>
    </message>
    <message>
        <source>Coming in, %1. May be reached by %2 of %3 other services; of the %4 that call it, %5 are let through.</source>
        <translation>Herein, %1. Erreichbar von %2 von %3 anderen Diensten; von den %4, die ihn aufrufen, werden %5 durchgelassen.</translation>
    </message>
    <message>
        <source>Going out, %1. May reach %2 of %3 other services; of the %4 that it calls, %5 are within reach.</source>
        <translation>Hinaus, %1. Darf %2 von %3 anderen Diensten erreichen; von den %4, die er aufruft, sind %5 erreichbar.</translation>
    </message>
    <message>
        <source>Show it in the Connectivity lens</source>
        <translation>In der Linse Erreichbarkeit zeigen</translation>
    </message>
    <message>
        <source>Why can it reach …</source>
        <translation>Warum kann er … erreichen</translation>
    </message>
    <message>
        <source>Why can … reach it</source>
        <translation>Warum kann … ihn erreichen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::KeyboardMapDialog</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>To the next field, and back</source>
        <translation>Zum nächsten Feld und zurück</translation>
    </message>
    <message>
        <source>To the next tab, and back, while a view of it has the keyboard</source>
        <translation>Zum nächsten Reiter und zurück, solange eine seiner Ansichten die Tastatur hat</translation>
    </message>
    <message>
        <source>What can be done with the selection</source>
        <translation>Was sich mit der Auswahl tun lässt</translation>
    </message>
    <message>
        <source>Clears a filter or a search; closes a dialog; stops the first reading</source>
        <translation>Leert einen Filter oder eine Suche; schließt einen Dialog; hält das erste Einlesen an</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>To the next service that way</source>
        <translation>Zum nächsten Dienst in dieser Richtung</translation>
    </message>
    <message>
        <source>To the next namespace, and back; past the last one to the next view</source>
        <translation>Zum nächsten Namensraum und zurück; nach dem letzten zur nächsten Ansicht</translation>
    </message>
    <message>
        <source>Out one level</source>
        <translation>Eine Ebene hinaus</translation>
    </message>
    <message>
        <source>Gives up the selection</source>
        <translation>Hebt die Auswahl auf</translation>
    </message>
    <message>
        <source>Larger, smaller, all of it</source>
        <translation>Größer, kleiner, ganz</translation>
    </message>
    <message>
        <source>Held down, dragging moves the drawing</source>
        <translation>Gehalten verschiebt Ziehen die Zeichnung</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Opens what the row is about, mostly its line</source>
        <translation>Öffnet, worum es in der Zeile geht, meist die Stelle im Text</translation>
    </message>
    <message>
        <source>From the filter to the rows</source>
        <translation>Vom Filter zu den Zeilen</translation>
    </message>
    <message>
        <source>Turns a switch above the table</source>
        <translation>Legt einen Schalter über der Tabelle um</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Looks in the text</source>
        <translation>Sucht im Text</translation>
    </message>
    <message>
        <source>To the next place, and back</source>
        <translation>Zur nächsten Stelle und zurück</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>Nach Schicht</translation>
    </message>
    <message>
        <source>Chooses a layer and shows in the drawing where it is missing</source>
        <translation>Wählt eine Schicht und zeigt in der Zeichnung, wo sie fehlt</translation>
    </message>
    <message>
        <source>Presented path</source>
        <translation>Vorgeführter Pfad</translation>
    </message>
    <message>
        <source>To the hop before or after</source>
        <translation>Zum Hop davor oder danach</translation>
    </message>
    <message>
        <source>To the path before or after</source>
        <translation>Zum Pfad davor oder danach</translation>
    </message>
    <message>
        <source>Accept, fix, needs work</source>
        <translation>Akzeptieren, beheben, weiter prüfen</translation>
    </message>
    <message>
        <source>Takes the decision</source>
        <translation>Trifft die Entscheidung</translation>
    </message>
    <message>
        <source>Shows the hop&apos;s line</source>
        <translation>Zeigt die Zeile des Hops</translation>
    </message>
    <message>
        <source>Hides the names, or shows them</source>
        <translation>Verbirgt die Namen oder zeigt sie</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>Zurück zum Fenster</translation>
    </message>
    <message>
        <source>Confirming</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirms that word and goes on</source>
        <translation>Bestätigt dieses Wort und geht weiter</translation>
    </message>
    <message>
        <source>Confirms what is proposed and goes on</source>
        <translation>Bestätigt den Vorschlag und geht weiter</translation>
    </message>
    <message>
        <source>Takes the confirmation back</source>
        <translation>Nimmt die Bestätigung zurück</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Type a key or what it should do</source>
        <translation>Eine Taste eingeben oder was sie tun soll</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation>Tastenkürzel filtern</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Closes all groups, opens all groups</source>
        <translation>Schließt alle Gruppen, öffnet alle Gruppen</translation>
    </message>
    <message>
        <source>Images and reports</source>
        <translation>Images und Berichte</translation>
    </message>
    <message>
        <source>Joins a report to an image by hand</source>
        <translation>Ordnet einen Bericht von Hand einem Image zu</translation>
    </message>
    <message>
        <source>Rows of the review</source>
        <translation>Zeilen der Begutachtung</translation>
    </message>
    <message>
        <source>Goes to what the row is about</source>
        <translation>Geht zu dem, wovon die Zeile handelt</translation>
    </message>
    <message>
        <source>Changes what was said</source>
        <translation>Ändert, was gesagt wurde</translation>
    </message>
    <message>
        <source>Takes what was said back</source>
        <translation>Nimmt zurück, was gesagt wurde</translation>
    </message>
    <message>
        <source>Takes the next service that way into the selection</source>
        <translation>Nimmt den nächsten Dienst in dieser Richtung in die Auswahl</translation>
    </message>
    <message>
        <source>Opens the namespace, comes near the service, or asks why the chosen line is allowed</source>
        <translation>Öffnet den Namensraum, geht nahe an den Dienst oder fragt, warum die gewählte Linie erlaubt ist</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::LayerBars</name>
    <message>
        <source>Verdicts by layer</source>
        <translation>Urteile nach Schicht</translation>
    </message>
    <message>
        <source>%1: present %2, partial %3, missing %4, unknown %5, of %6 services where it applies</source>
        <translation>%1: vorhanden %2, teilweise %3, fehlt %4, unbekannt %5, von %6 Diensten, für die es gilt</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::LegendOverlay</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Fold the legend away (L)</source>
        <translation>Legende einklappen (L)</translation>
    </message>
    <message>
        <source>Show the legend (L)</source>
        <translation>Legende zeigen (L)</translation>
    </message>
    <message>
        <source>No room for the legend here</source>
        <translation>Hier ist kein Platz für die Legende</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open the &amp;sample</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut einlesen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Bee&amp;nden</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Noch nichts wurde geöffnet</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Search services</source>
        <translation>&amp;Dienste suchen</translation>
    </message>
    <message>
        <source>&amp;Find in this view</source>
        <translation>In dieser &amp;Ansicht suchen</translation>
    </message>
    <message>
        <source>Co&amp;mmands…</source>
        <translation>Be&amp;fehle…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Lens</source>
        <translation>&amp;Linse</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Docks</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>&amp;Maximise results</source>
        <translation>Ergebnisse &amp;maximieren</translation>
    </message>
    <message>
        <source>&amp;Back to the first layout</source>
        <translation>&amp;Zurück zur ersten Anordnung</translation>
    </message>
    <message>
        <source>&amp;Present paths</source>
        <translation>&amp;Wege vorführen</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>The language takes effect at the next start.</source>
        <translation>Die Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Bartizan</source>
        <translation>Ü&amp;ber Bartizan</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Nothing is selected that could be copied.</source>
        <translation>Nichts ist ausgewählt, das sich kopieren lässt.</translation>
    </message>
    <message>
        <source>The picture of the graph is in the clipboard.</source>
        <translation>Das Bild des Graphen ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Open sources first: there is nothing to present yet.</source>
        <translation>Zuerst Quellen öffnen: Noch gibt es nichts vorzuführen.</translation>
    </message>
    <message>
        <source>Bartizan</source>
        <translation>Bartizan</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Nichts wurde eingelesen.</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>Nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird eingelesen</translation>
    </message>
    <message>
        <source>%1 in %2 · %3 · %4 · %5 s</source>
        <translation>%1 in %2 · %3 · %4 · %5 s</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>Erneut &amp;einlesen</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>&amp;Nächster Befund</translation>
    </message>
    <message>
        <source>&amp;Graph</source>
        <translation>&amp;Graph</translation>
    </message>
    <message>
        <source>&amp;Weakest path to the selection	P</source>
        <translation>Schwächster &amp;Weg zur Auswahl	P</translation>
    </message>
    <message>
        <source>Copy &amp;evidence</source>
        <translation>&amp;Beleg kopieren</translation>
    </message>
    <message>
        <source>Copy p&amp;icture</source>
        <translation>B&amp;ild kopieren</translation>
    </message>
    <message>
        <source>&amp;Legend	L</source>
        <translation>&amp;Legende	L</translation>
    </message>
    <message>
        <source>This was the last finding.</source>
        <translation>Das war der letzte Befund.</translation>
    </message>
    <message>
        <source>This was the first finding.</source>
        <translation>Das war der erste Befund.</translation>
    </message>
    <message>
        <source>Pre&amp;vious finding</source>
        <translation>&amp;Voriger Befund</translation>
    </message>
    <message>
        <source>Read again &amp;when files change</source>
        <translation>Bei Änderungen &amp;wieder lesen</translation>
    </message>
    <message>
        <source>C&amp;onfirm sensitivities and audiences…</source>
        <translation>Schutz&amp;bedarf und Zielgruppen bestätigen…</translation>
    </message>
    <message>
        <source>Open sources first: there is nothing to confirm yet.</source>
        <translation>Zuerst Quellen öffnen: Noch ist nichts zu bestätigen.</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>&amp;Diagnose…</translation>
    </message>
    <message>
        <source>The sources changed on disk: Ctrl+R reads them again.</source>
        <translation>Die Quellen haben sich auf der Platte geändert: Strg+R liest sie neu.</translation>
    </message>
    <message>
        <source>What &amp;falls with the selection	B</source>
        <translation>Was mit der Auswahl &amp;fällt	B</translation>
    </message>
    <message>
        <source>&amp;Hide what a search leaves out	H</source>
        <translation>A&amp;usblenden, was eine Suche auslässt	H</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide what a search leaves out, instead of dimming it (H)</source>
        <translation>Ausblenden, was eine Suche auslässt, statt es zu verblassen (H)</translation>
    </message>
    <message>
        <source>&amp;Back to the automatic place</source>
        <translation>&amp;Zurück an den automatischen Platz</translation>
    </message>
    <message>
        <source>All b&amp;ack to automatic places</source>
        <translation>All&amp;es zurück an die automatischen Plätze</translation>
    </message>
    <message>
        <source>Copy na&amp;mes</source>
        <translation>Na&amp;men kopieren</translation>
    </message>
    <message>
        <source>Reading what to compare with: %1</source>
        <translation>Der Vergleichsstand wird gelesen: %1</translation>
    </message>
    <message>
        <source>Nothing was compared.</source>
        <translation>Nichts wurde verglichen.</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>Begu&amp;tachtung</translation>
    </message>
    <message>
        <source>&amp;List the whole review</source>
        <translation>Die ganze Begutachtung auf&amp;listen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Anhal&amp;ten</translation>
    </message>
    <message>
        <source>Write the &amp;drawing…</source>
        <translation>Zei&amp;chnung schreiben…</translation>
    </message>
    <message>
        <source>Open sources first: there is nothing to write yet.</source>
        <translation>Zuerst Quellen öffnen: es gibt noch nichts zu schreiben.</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>&amp;High contrast, light</source>
        <translation>Hoher Kon&amp;trast, hell</translation>
    </message>
    <message>
        <source>High &amp;contrast, dark</source>
        <translation>Hoher &amp;Kontrast, dunkel</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>&amp;What is this</source>
        <translation>&amp;Was ist das</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Reading the review %1</source>
        <translation>Das Review %1 wird gelesen</translation>
    </message>
    <message>
        <source>Reading the review</source>
        <translation>Das Review wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Early drawing: %n services. Every verdict stays unknown until it is decided.</source>
        <translation>
            <numerusform>Vorläufige Zeichnung: %n Dienst. Jedes Urteil bleibt unbekannt, bis es entschieden ist.</numerusform>
            <numerusform>Vorläufige Zeichnung: %n Dienste. Jedes Urteil bleibt unbekannt, bis es entschieden ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading was stopped. Nothing has been decided yet: every verdict is unknown. Ctrl+R reads again.</source>
        <translation>Das Einlesen wurde abgebrochen. Noch ist nichts entschieden: jedes Urteil ist unbekannt. Strg+R liest erneut ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n workloads</source>
        <translation>
            <numerusform>%n Workload</numerusform>
            <numerusform>%n Workloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation>
            <numerusform>%n Namensraum</numerusform>
            <numerusform>%n Namensräumen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Write re&amp;port…</source>
        <translation>Be&amp;richt schreiben…</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>What the sele&amp;ction may reach	O</source>
        <translation>Was die Auswahl erreichen &amp;darf	O</translation>
    </message>
    <message>
        <source>Who may &amp;reach the selection	I</source>
        <translation>Wer die Auswahl e&amp;rreichen darf	I</translation>
    </message>
    <message>
        <source>Wh&amp;y can one reach another…	W</source>
        <translation>Warum kann einer den anderen erreic&amp;hen…	W</translation>
    </message>
    <message>
        <source>&amp;Next hop, or line of the Connectivity lens	]</source>
        <translation>&amp;Nächster Hop oder Linie der Linse Erreichbarkeit	]</translation>
    </message>
    <message>
        <source>&amp;Previous hop, or line of the Connectivity lens	[</source>
        <translation>&amp;Voriger Hop oder Linie der Linse Erreichbarkeit	[</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::MatrixModel</name>
    <message>
        <source>Missing of applicable</source>
        <translation>Fehlend von zutreffend</translation>
    </message>
    <message>
        <source>of required</source>
        <translation>von verlangt</translation>
    </message>
    <message>
        <source>req.</source>
        <translation>verl.</translation>
    </message>
    <message>
        <source>pres.</source>
        <translation>vorh.</translation>
    </message>
    <message>
        <source>part.</source>
        <translation>teilw.</translation>
    </message>
    <message>
        <source>miss.</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>unkn.</source>
        <translation>unbek.</translation>
    </message>
    <message>
        <source> (not required)</source>
        <translation> (nicht verlangt)</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>required</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>nicht verlangt</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::MatrixView</name>
    <message>
        <source>Filter services</source>
        <translation>Dienste filtern</translation>
    </message>
    <message>
        <source>Matrix of services and layers</source>
        <translation>Matrix der Dienste und Schichten</translation>
    </message>
    <message>
        <source>Searched, with the nearest misses</source>
        <translation>Durchsucht, mit dem knapp Verfehlten</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>%1 × 16</source>
        <translation>%1 × 16</translation>
    </message>
    <message numerus="yes">
        <source>%n services, </source>
        <translation>
            <numerusform>%n Dienst, </numerusform>
            <numerusform>%n Dienste, </numerusform>
        </translation>
    </message>
    <message>
        <source>No cell chosen</source>
        <translation>Keine Zelle gewählt</translation>
    </message>
    <message>
        <source>Move with the arrow keys; Enter shows the line that a verdict rests on.</source>
        <translation>Mit den Pfeiltasten bewegen; die Eingabetaste zeigt die Zeile, auf der ein Urteil beruht.</translation>
    </message>
    <message>
        <source>%1, %2: %3%4</source>
        <translation>%1, %2: %3%4</translation>
    </message>
    <message>
        <source>, not required</source>
        <translation>, nicht verlangt</translation>
    </message>
    <message>
        <source>Would settle it: %1</source>
        <translation>Würde es klären: %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>Grundlage: %1</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namensraum</translation>
    </message>
    <message>
        <source>Change the &amp;statement…</source>
        <translation>&amp;Aussage ändern…</translation>
    </message>
    <message>
        <source>&amp;State that it is present…</source>
        <translation>&amp;Aussagen, dass sie vorhanden ist…</translation>
    </message>
    <message>
        <source>&amp;Withdraw the statement</source>
        <translation>Aussage &amp;zurückziehen</translation>
    </message>
    <message>
        <source>Change the &amp;note…</source>
        <translation>&amp;Notiz ändern…</translation>
    </message>
    <message>
        <source>Write a &amp;note…</source>
        <translation>&amp;Notiz schreiben…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>running state</source>
        <translation>laufender Zustand</translation>
    </message>
    <message>
        <source>a report</source>
        <translation>ein Bericht</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>ausgesagt</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::MiniMap</name>
    <message>
        <source>Overview of the drawing</source>
        <translation>Übersicht der Zeichnung</translation>
    </message>
    <message>
        <source>Drag to move the part in sight</source>
        <translation>Ziehen verschiebt den sichtbaren Ausschnitt</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::NavigatorView</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the navigator</source>
        <translation>Navigator filtern</translation>
    </message>
    <message>
        <source>Namespaces and workloads</source>
        <translation>Namensräume und Workloads</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n workloads</source>
        <translation>
            <numerusform>%1: %n Workload</numerusform>
            <numerusform>%1: %n Workloads</numerusform>
        </translation>
    </message>
    <message>
        <source>
no check in front, direct</source>
        <translation>
keine Prüfung davor, direkt</translation>
    </message>
    <message>
        <source>
no check in front, relayed</source>
        <translation>
keine Prüfung davor, weitergereicht</translation>
    </message>
    <message>
        <source>Outside systems</source>
        <translation>Systeme außerhalb</translation>
    </message>
    <message>
        <source>Systems that are not among the workloads</source>
        <translation>Systeme, die nicht zu den Workloads gehören</translation>
    </message>
    <message>
        <source>Ways in</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Ways in from outside the cluster</source>
        <translation>Zugänge von außerhalb des Clusters</translation>
    </message>
    <message>
        <source>%1, reach: %2</source>
        <translation>%1, Reichweite: %2</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::PathsView</name>
    <message>
        <source>Paths</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>Paths from outside the cluster appear here once sources are read.</source>
        <translation>Wege von außerhalb des Clusters stehen hier, sobald Quellen gelesen sind.</translation>
    </message>
    <message>
        <source>%1 | %2 | %3</source>
        <translation>%1 | %2 | %3</translation>
    </message>
    <message>
        <source>not all paths are listed: the bound of %1 for each target was reached</source>
        <translation>nicht alle Wege sind aufgeführt: die Grenze von %1 je Ziel wurde erreicht</translation>
    </message>
    <message>
        <source>all paths found (bound %1 for each target)</source>
        <translation>alle Wege gefunden (Grenze %1 je Ziel)</translation>
    </message>
    <message>
        <source>The input holds no workload that a path could lead to.</source>
        <translation>Die Eingabe enthält keinen Workload, zu dem ein Weg führen könnte.</translation>
    </message>
    <message>
        <source>No direct or relayed path found (%1 entries, %2 calls, bound %3). Lateral: none.</source>
        <translation>Kein direkter oder weitergereichter Weg gefunden (%1 Zugänge, %2 Aufrufe, Grenze %3). Seitlich: keiner.</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::Presenter</name>
    <message>
        <source>Presenter</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>1  Accept</source>
        <translation>1  Hinnehmen</translation>
    </message>
    <message>
        <source>2  Fix</source>
        <translation>2  Beheben</translation>
    </message>
    <message>
        <source>3  Needs work</source>
        <translation>3  Arbeit nötig</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Expires, 2027-01-31</source>
        <translation>Ablauf, 2027-01-31</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Reason, kept with its evidence</source>
        <translation>Begründung, mit ihrem Beleg aufbewahrt</translation>
    </message>
    <message>
        <source>Decide, next</source>
        <translation>Entscheiden, weiter</translation>
    </message>
    <message>
        <source>← → hop    ↑ ↓ path    1–3 choose    Enter decide, next    H hide names    E evidence    Esc leave</source>
        <translation>← → Hop    ↑ ↓ Weg    1–3 wählen    Eingabe entscheidet, weiter    H ohne Namen    E Beleg    Esc Ende</translation>
    </message>
    <message>
        <source>No direct or relayed path from outside was found</source>
        <translation>Kein direkter oder weitergereichter Weg von außen gefunden</translation>
    </message>
    <message>
        <source>What was searched is on the first screen.</source>
        <translation>Was durchsucht wurde, steht auf der ersten Seite.</translation>
    </message>
    <message>
        <source>Hop %1: no finding to decide on</source>
        <translation>Hop %1: kein Befund zu entscheiden</translation>
    </message>
    <message>
        <source>Hop %1, decide on: %2</source>
        <translation>Hop %1, zu entscheiden: %2</translation>
    </message>
    <message>
        <source>There is no finding at this hop.</source>
        <translation>An diesem Hop gibt es keinen Befund.</translation>
    </message>
    <message>
        <source>Expires must be a date like 2027-01-31.</source>
        <translation>Der Ablauf muss ein Datum wie 2027-01-31 sein.</translation>
    </message>
    <message>
        <source>Accepting needs owner, expiry and reason.</source>
        <translation>Hinnehmen braucht Verantwortliche, Ablauf und Begründung.</translation>
    </message>
    <message>
        <source>Direct path</source>
        <translation>Direkter Weg</translation>
    </message>
    <message>
        <source>Relayed path</source>
        <translation>Weitergereichter Weg</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>steps %1</source>
        <translation>Schritte %1</translation>
    </message>
    <message>
        <source>steps not known</source>
        <translation>Schritte unbekannt</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Hop %1: what stands here</source>
        <translation>Hop %1: was hier steht</translation>
    </message>
    <message>
        <source>No layer acts on this hop.</source>
        <translation>Keine Schicht wirkt an diesem Hop.</translation>
    </message>
    <message>
        <source>%1 more · </source>
        <translation>%1 weitere · </translation>
    </message>
    <message>
        <source>To mend it: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ProblemsModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ProblemsView</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Everything that was found could be read. What cannot be read is listed here with its file and line.</source>
        <translation>Alles, was gefunden wurde, ließ sich lesen. Was sich nicht lesen lässt, steht hier mit Datei und Zeile.</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ReportDialog</name>
    <message>
        <source>Write the report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>the names of the sources</source>
        <translation>die Namen der Quellen</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>What the system is called on the first page and in every head.</source>
        <translation>Wie das System auf der ersten Seite und in jeder Kopfzeile heißt.</translation>
    </message>
    <message>
        <source>Stands in every foot, as it is written here.</source>
        <translation>Steht in jeder Fußzeile, so wie es hier geschrieben ist.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Pages to print, or one file for a browser. Both hold the same.</source>
        <translation>Seiten zum Drucken oder eine Datei für den Browser. Beide enthalten dasselbe.</translation>
    </message>
    <message>
        <source>All owners</source>
        <translation>Alle Verantwortlichen</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Verantwortlich</translation>
    </message>
    <message>
        <source>With one owner chosen only what concerns their services is written, and no other owner&apos;s services are named.</source>
        <translation>Ist jemand gewählt, wird nur geschrieben, was dessen Dienste angeht, und keine Dienste anderer Verantwortlicher werden genannt.</translation>
    </message>
    <message>
        <source>&amp;Sections</source>
        <translation>A&amp;bschnitte</translation>
    </message>
    <message>
        <source>Space adds a section or leaves it out.</source>
        <translation>Die Leertaste nimmt einen Abschnitt auf oder lässt ihn weg.</translation>
    </message>
    <message>
        <source>A &amp;page for each service</source>
        <translation>Eine &amp;Seite für jeden Dienst</translation>
    </message>
    <message>
        <source>Otherwise only services that hold confidential or restricted data have one.</source>
        <translation>Sonst haben nur Dienste mit vertraulichen oder streng vertraulichen Daten eine.</translation>
    </message>
    <message>
        <source>Replace &amp;names by pseudonyms</source>
        <translation>&amp;Namen durch Pseudonyme ersetzen</translation>
    </message>
    <message>
        <source>One name has one pseudonym in all reports of this review, and nothing is quoted from files. The review keeps the random text that pseudonyms are made with.</source>
        <translation>Ein Name hat in allen Berichten dieser Begutachtung dasselbe Pseudonym, und aus Dateien wird nichts zitiert. Die Begutachtung bewahrt den zufälligen Text auf, mit dem Pseudonyme gebildet werden.</translation>
    </message>
    <message>
        <source>&amp;Write…</source>
        <translation>Sch&amp;reiben…</translation>
    </message>
    <message>
        <source>a classification</source>
        <translation>eine Einstufung</translation>
    </message>
    <message>
        <source>a section</source>
        <translation>ein Abschnitt</translation>
    </message>
    <message>
        <source>Still needed: %1.</source>
        <translation>Noch nötig: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Cl&amp;assification</source>
        <translation>&amp;Einstufung</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ReportWriter</name>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>bartizan-cli was not found beside this program; it writes reports and drawings. Install it there.</source>
        <translation>bartizan-cli wurde nicht neben diesem Programm gefunden; es schreibt Berichte und Zeichnungen. Dort installieren.</translation>
    </message>
    <message>
        <source>bartizan-cli ended before it was done and was started again.</source>
        <translation>bartizan-cli endete, bevor es fertig war, und wurde neu gestartet.</translation>
    </message>
    <message>
        <source>bartizan-cli ended twice before it was done. Try again with fewer sources or another format.</source>
        <translation>bartizan-cli endete zweimal, bevor es fertig war. Versuchen Sie es mit weniger Quellen oder einem anderen Format noch einmal.</translation>
    </message>
    <message>
        <source>The review could not be written to %1: is there room?</source>
        <translation>Das Review konnte nicht nach %1 geschrieben werden: Ist dort Platz?</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ReviewActions</name>
    <message>
        <source>&amp;New review</source>
        <translation>Neue Be&amp;gutachtung</translation>
    </message>
    <message>
        <source>Open re&amp;view…</source>
        <translation>Begutachtung ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Save review &amp;as…</source>
        <translation>Begutachtung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Decide on the findings…</source>
        <translation>Über die Befunde &amp;entscheiden…</translation>
    </message>
    <message>
        <source>Changes to %1 were not saved before the program ended, and the file was changed since. Take them up again?</source>
        <translation>Änderungen an %1 wurden vor dem Programmende nicht gespeichert, und die Datei wurde seither geändert. Änderungen wieder aufnehmen?</translation>
    </message>
    <message>
        <source>Changes to %1 were not saved before the program ended. Take them up again?</source>
        <translation>Änderungen an %1 wurden vor dem Programmende nicht gespeichert. Wieder aufnehmen?</translation>
    </message>
    <message>
        <source>&amp;Take them up</source>
        <translation>&amp;Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Note the sources</source>
        <translation>Quellen vermerken</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else since it was opened. Write over it?</source>
        <translation>%1 wurde seit dem Öffnen von anderer Seite geändert. Überschreiben?</translation>
    </message>
    <message>
        <source>&amp;Write over it</source>
        <translation>&amp;Überschreiben</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else. Read it again and give up the changes made here?</source>
        <translation>%1 wurde von anderer Seite geändert. Erneut lesen und die hier gemachten Änderungen aufgeben?</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else. Read it again?</source>
        <translation>%1 wurde von anderer Seite geändert. Erneut lesen?</translation>
    </message>
    <message>
        <source>&amp;Read it again</source>
        <translation>&amp;Erneut lesen</translation>
    </message>
    <message>
        <source>Choose one or several findings to decide on.</source>
        <translation>Einen oder mehrere Befunde wählen, über die zu entscheiden ist.</translation>
    </message>
    <message>
        <source>Save r&amp;eview</source>
        <translation>Begutachtung &amp;speichern</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>%1 is not saved.</source>
        <translation>%1 ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Make pseudonyms possible</source>
        <translation>Pseudonyme ermöglichen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ReviewDialog</name>
    <message>
        <source>year-month-day</source>
        <translation>Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>&amp;1 month</source>
        <translation>&amp;1 Monat</translation>
    </message>
    <message>
        <source>&amp;3 months</source>
        <translation>&amp;3 Monate</translation>
    </message>
    <message>
        <source>&amp;6 months</source>
        <translation>&amp;6 Monate</translation>
    </message>
    <message>
        <source>Until takes a date such as %1.</source>
        <translation>Bis ist ein Datum wie %1.</translation>
    </message>
    <message>
        <source>This date has passed.</source>
        <translation>Dieser Tag ist vorbei.</translation>
    </message>
    <message>
        <source>Still needed: %1.</source>
        <translation>Noch nötig: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1: stated</source>
        <translation>%1: ausgesagt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, the input decides it</source>
        <translation>%1: %2, die Eingabe entscheidet</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ReviewEditor</name>
    <message>
        <source>Untitled review</source>
        <translation>Begutachtung ohne Titel</translation>
    </message>
    <message>
        <source>Accept a finding</source>
        <translation>Befund hinnehmen</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n findings</source>
        <translation>
            <numerusform>%n Befund hinnehmen</numerusform>
            <numerusform>%n Befunde hinnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Mitigate a finding</source>
        <translation>Befund mindern</translation>
    </message>
    <message numerus="yes">
        <source>Mitigate %n findings</source>
        <translation>
            <numerusform>%n Befund mindern</numerusform>
            <numerusform>%n Befunde mindern</numerusform>
        </translation>
    </message>
    <message>
        <source>Call a finding a false positive</source>
        <translation>Befund als Fehlalarm werten</translation>
    </message>
    <message numerus="yes">
        <source>Call %n findings false positives</source>
        <translation>
            <numerusform>%n Befund als Fehlalarm werten</numerusform>
            <numerusform>%n Befunde als Fehlalarme werten</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark a finding for work</source>
        <translation>Befund zur Arbeit vormerken</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n findings for work</source>
        <translation>
            <numerusform>%n Befund zur Arbeit vormerken</numerusform>
            <numerusform>%n Befunde zur Arbeit vormerken</numerusform>
        </translation>
    </message>
    <message>
        <source>Take a decision back</source>
        <translation>Entscheidung zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>Take %n decisions back</source>
        <translation>
            <numerusform>%n Entscheidung zurücknehmen</numerusform>
            <numerusform>%n Entscheidungen zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Recover unsaved changes</source>
        <translation>Ungespeicherte Änderungen aufnehmen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ReviewParts</name>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Change a note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>&amp;Keep the note</source>
        <translation>Notiz &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Remove the note</source>
        <translation>Notiz &amp;entfernen</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;otiz</translation>
    </message>
    <message>
        <source>Kept in the review and shown beside what it is about.</source>
        <translation>Steht in der Begutachtung und wird bei dem gezeigt, was sie betrifft.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>State that a layer is present</source>
        <translation>Aussagen, dass eine Schicht vorhanden ist</translation>
    </message>
    <message>
        <source>S&amp;tate it</source>
        <translation>A&amp;ussagen</translation>
    </message>
    <message>
        <source>&amp;Withdraw the statement</source>
        <translation>Aussage &amp;zurückziehen</translation>
    </message>
    <message>
        <source>A person answers for what the input cannot show at %1.</source>
        <translation>Eine Person steht für das ein, was die Eingabe bei %1 nicht zeigen kann.</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Schicht</translation>
    </message>
    <message>
        <source>What the input decides cannot be stated; the statement would change nothing.</source>
        <translation>Was die Eingabe entscheidet, lässt sich nicht aussagen; die Aussage würde nichts ändern.</translation>
    </message>
    <message>
        <source>W&amp;hat is in place</source>
        <translation>&amp;Was vorhanden ist</translation>
    </message>
    <message>
        <source>In one sentence, for example: the identity provider asks for a second factor.</source>
        <translation>In einem Satz, zum Beispiel: Der Identitätsanbieter fragt nach einem zweiten Faktor.</translation>
    </message>
    <message>
        <source>&amp;Proof</source>
        <translation>Be&amp;leg</translation>
    </message>
    <message>
        <source>Where somebody can look it up: a document, a ticket, a test report.</source>
        <translation>Wo es nachzulesen ist: ein Dokument, ein Ticket, ein Prüfbericht.</translation>
    </message>
    <message>
        <source>Sa&amp;id by</source>
        <translation>Gesagt v&amp;on</translation>
    </message>
    <message>
        <source>Who answers for it, by name or role.</source>
        <translation>Wer dafür einsteht, mit Namen oder Rolle.</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>The last day on which the statement counts.</source>
        <translation>Der letzte Tag, an dem die Aussage zählt.</translation>
    </message>
    <message>
        <source>a layer</source>
        <translation>eine Schicht</translation>
    </message>
    <message>
        <source>what is in place</source>
        <translation>was vorhanden ist</translation>
    </message>
    <message>
        <source>a proof</source>
        <translation>ein Beleg</translation>
    </message>
    <message>
        <source>who says so</source>
        <translation>wer es sagt</translation>
    </message>
    <message>
        <source>until when</source>
        <translation>bis wann</translation>
    </message>
    <message>
        <source>Change a statement</source>
        <translation>Aussage ändern</translation>
    </message>
    <message>
        <source>No report in the input is left to be joined: each that is about one thing covers an image.</source>
        <translation>Kein Bericht der Eingabe ist noch zuzuordnen: Jeder, der über eine Sache ist, deckt ein Image ab.</translation>
    </message>
    <message>
        <source>Every image in use is covered by a report.</source>
        <translation>Jedes genutzte Image ist durch einen Bericht abgedeckt.</translation>
    </message>
    <message>
        <source>Join a report to an image</source>
        <translation>Bericht einem Image zuordnen</translation>
    </message>
    <message>
        <source>&amp;Join them</source>
        <translation>&amp;Zuordnen</translation>
    </message>
    <message>
        <source>&amp;Part them</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>A person says which image a report is about. The verdicts then say so, and count it as partial.</source>
        <translation>Eine Person sagt, zu welchem Image ein Bericht gehört. Die Urteile sagen das dann und zählen ihn als teilweise.</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>&amp;Bericht</translation>
    </message>
    <message>
        <source>Reports of one thing that cover no image in use.</source>
        <translation>Berichte über eine Sache, die kein genutztes Image abdecken.</translation>
    </message>
    <message>
        <source>Choose a report</source>
        <translation>Einen Bericht wählen</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>Images in use that no report covers.</source>
        <translation>Genutzte Images, die kein Bericht abdeckt.</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>Ein Image wählen</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>B&amp;egründung</translation>
    </message>
    <message>
        <source>How it is known that the report is of this image.</source>
        <translation>Woher bekannt ist, dass der Bericht von diesem Image ist.</translation>
    </message>
    <message>
        <source>a report</source>
        <translation>ein Bericht</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>ein Image</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>eine Begründung</translation>
    </message>
    <message>
        <source>Change a saved query</source>
        <translation>Gespeicherte Suche ändern</translation>
    </message>
    <message>
        <source>Save a query</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>&amp;Save it</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Under this name the search line offers it.</source>
        <translation>Unter diesem Namen bietet die Suchzeile sie an.</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>S&amp;uche</translation>
    </message>
    <message>
        <source>cart, kind:store, missing:network, ns:shop; words must all hold, - before a word turns it round, * stands for any text</source>
        <translation>cart, kind:store, missing:network, ns:shop; alle Wörter müssen zutreffen, - vor einem Wort kehrt es um, * steht für beliebigen Text</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a query</source>
        <translation>eine Suche</translation>
    </message>
    <message>
        <source>Another query has this name; choose a new one, or change that one in the review.</source>
        <translation>Eine andere Suche heißt so; einen neuen Namen wählen oder jene in der Begutachtung ändern.</translation>
    </message>
    <message>
        <source>The query %1 is saved in the review.</source>
        <translation>Die Suche %1 ist in der Begutachtung gespeichert.</translation>
    </message>
    <message>
        <source>Who owns it</source>
        <translation>Wer verantwortlich ist</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Verantwortlich</translation>
    </message>
    <message>
        <source>a team or a role</source>
        <translation>ein Team oder eine Rolle</translation>
    </message>
    <message>
        <source>an owner</source>
        <translation>Verantwortliche</translation>
    </message>
    <message>
        <source>Confirm an owner</source>
        <translation>Verantwortliche bestätigen</translation>
    </message>
    <message>
        <source>Sa&amp;ved queries</source>
        <translation>Gespeicherte S&amp;uchen</translation>
    </message>
    <message>
        <source>&amp;Save the query of the search line…</source>
        <translation>Die &amp;Suche der Suchzeile speichern…</translation>
    </message>
    <message>
        <source>&amp;Rename and remove in the review</source>
        <translation>In der Begutachtung &amp;umbenennen und entfernen</translation>
    </message>
    <message>
        <source>Write a &amp;note…</source>
        <translation>&amp;Notiz schreiben…</translation>
    </message>
    <message>
        <source>&amp;State that a layer is present…</source>
        <translation>&amp;Aussagen, dass eine Schicht vorhanden ist…</translation>
    </message>
    <message>
        <source>&amp;Join a report to an image…</source>
        <translation>Bericht einem Image &amp;zuordnen…</translation>
    </message>
    <message>
        <source>No query is saved yet</source>
        <translation>Noch keine Suche gespeichert</translation>
    </message>
    <message>
        <source>Open sources first: there is nothing to speak of yet.</source>
        <translation>Zuerst Quellen öffnen: Es gibt noch nichts, wovon zu reden wäre.</translation>
    </message>
    <message>
        <source>Select a service or a finding to write a note on.</source>
        <translation>Einen Dienst oder einen Befund auswählen, zu dem eine Notiz geschrieben werden soll.</translation>
    </message>
    <message>
        <source>Select a service first: a statement is about one of its layers.</source>
        <translation>Zuerst einen Dienst auswählen: Eine Aussage betrifft eine seiner Schichten.</translation>
    </message>
    <message>
        <source>Type a query into the search line first, for example missing:network.</source>
        <translation>Zuerst eine Suche in die Suchzeile tippen, zum Beispiel missing:network.</translation>
    </message>
    <message>
        <source>The finding of this decision is no longer there; the decision can be taken back.</source>
        <translation>Den Befund dieser Entscheidung gibt es nicht mehr; die Entscheidung lässt sich zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n rows of the review back</source>
        <translation>
            <numerusform>%n Zeile der Begutachtung zurücknehmen</numerusform>
            <numerusform>%n Zeilen der Begutachtung zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove a note</source>
        <translation>Notiz entfernen</translation>
    </message>
    <message>
        <source>Withdraw a statement</source>
        <translation>Aussage zurückziehen</translation>
    </message>
    <message>
        <source>Part a report from its image</source>
        <translation>Bericht von seinem Image trennen</translation>
    </message>
    <message>
        <source>Remove a saved query</source>
        <translation>Gespeicherte Suche entfernen</translation>
    </message>
    <message>
        <source>Take a decision back</source>
        <translation>Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Take a confirmation back</source>
        <translation>Bestätigung zurücknehmen</translation>
    </message>
    <message>
        <source>%1. Ctrl+Z brings it back.</source>
        <translation>%1. Strg+Z holt es zurück.</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ReviewView</name>
    <message>
        <source>The whole review</source>
        <translation>Die ganze Begutachtung</translation>
    </message>
    <message>
        <source>Everything that people said about this system. Nothing is ever dropped: what has expired, is about something that is gone, or is decided by the input, is listed with the reason.</source>
        <translation>Alles, was Menschen über dieses System gesagt haben. Nichts wird je weggelassen: Was abgelaufen ist, etwas betrifft, das es nicht mehr gibt, oder von der Eingabe entschieden wird, steht hier mit dem Grund.</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Decisions on findings</source>
        <translation>Entscheidungen über Befunde</translation>
    </message>
    <message>
        <source>statements</source>
        <translation>Aussagen</translation>
    </message>
    <message>
        <source>Layers that a person answers for</source>
        <translation>Schichten, für die eine Person einsteht</translation>
    </message>
    <message>
        <source>confirmations</source>
        <translation>Bestätigungen</translation>
    </message>
    <message>
        <source>Confirmed sensitivities, audiences and owners</source>
        <translation>Bestätigter Schutzbedarf, Zielgruppen und Verantwortliche</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes on services and findings</source>
        <translation>Notizen zu Diensten und Befunden</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>Zuordnungen</translation>
    </message>
    <message>
        <source>Reports that a person joined to an image</source>
        <translation>Berichte, die eine Person einem Image zugeordnet hat</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Saved queries of the search line</source>
        <translation>Gespeicherte Suchen der Suchzeile</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Only rows that stand so</source>
        <translation>Nur Zeilen mit diesem Stand</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Stand</translation>
    </message>
    <message>
        <source>Needs an eye</source>
        <translation>Anzusehen</translation>
    </message>
    <message>
        <source>Chan&amp;ge it…</source>
        <translation>Ä&amp;ndern…</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Decisions, statements and notes appear here once sources are read.</source>
        <translation>Entscheidungen, Aussagen und Notizen erscheinen hier, sobald Quellen gelesen sind.</translation>
    </message>
    <message>
        <source>Nothing is said about this system yet. D decides on the finding that is selected, Ctrl+M writes a note, Ctrl+T states that a layer is present which the input cannot show, Ctrl+J joins a report to an image, Ctrl+B saves the query of the search line. Ctrl+S keeps all of it in one text file for version control.</source>
        <translation>Über dieses System ist noch nichts gesagt. D entscheidet über den ausgewählten Befund, Strg+M schreibt eine Notiz, Strg+T sagt aus, dass eine Schicht vorhanden ist, die die Eingabe nicht zeigen kann, Strg+J ordnet einen Bericht einem Image zu, Strg+B speichert die Suche der Suchzeile. Strg+S bewahrt alles in einer Textdatei für die Versionsverwaltung auf.</translation>
    </message>
    <message>
        <source>decisions %1</source>
        <translation>Entscheidungen %1</translation>
    </message>
    <message>
        <source>statements %1</source>
        <translation>Aussagen %1</translation>
    </message>
    <message>
        <source>confirmations %1</source>
        <translation>Bestätigungen %1</translation>
    </message>
    <message>
        <source>notes %1</source>
        <translation>Notizen %1</translation>
    </message>
    <message>
        <source>matches %1</source>
        <translation>Zuordnungen %1</translation>
    </message>
    <message>
        <source>queries %1</source>
        <translation>Suchen %1</translation>
    </message>
    <message>
        <source>Needs an eye  %1</source>
        <translation>Anzusehen  %1</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 rows shown</source>
        <translation>%1 von %2 Zeilen gezeigt</translation>
    </message>
    <message>
        <source>; %1 to look at</source>
        <translation>; %1 anzusehen</translation>
    </message>
    <message>
        <source>Choose a row to change.</source>
        <translation>Eine Zeile zum Ändern wählen.</translation>
    </message>
    <message>
        <source>Choose one row to change; several can only be taken back.</source>
        <translation>Eine Zeile zum Ändern wählen; mehrere lassen sich nur zurücknehmen.</translation>
    </message>
    <message>
        <source>Choose the rows to take back.</source>
        <translation>Die Zeilen wählen, die zurückzunehmen sind.</translation>
    </message>
    <message>
        <source>%1 is not in the input.</source>
        <translation>%1 ist nicht in der Eingabe.</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::RoutesView</name>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Routes with no check in front of the application</source>
        <translation>Routen, keine Prüfung davor</translation>
    </message>
    <message>
        <source>Routes where a check is named and nobody can tell whether it holds</source>
        <translation>Routen, an denen eine Prüfung genannt ist und niemand sagen kann, ob sie greift</translation>
    </message>
    <message>
        <source>Routes that are checked, or open by decision</source>
        <translation>Routen, die geprüft oder nach Entscheidung offen sind</translation>
    </message>
    <message>
        <source>Routes appear here once sources are read.</source>
        <translation>Routen stehen hier, sobald Quellen gelesen sind.</translation>
    </message>
    <message>
        <source>no check %1</source>
        <translation>keine Prüfung %1</translation>
    </message>
    <message>
        <source>cannot be told %1</source>
        <translation>unklar %1</translation>
    </message>
    <message>
        <source>checked or decided %1</source>
        <translation>geprüft oder entschieden %1</translation>
    </message>
    <message>
        <source>No route is in the input. Entries that lead straight to a workload are under Ways in.</source>
        <translation>Keine Route ist in der Eingabe. Zugänge, die direkt zu einem Workload führen, stehen unter Zugänge.</translation>
    </message>
    <message>
        <source>1 route</source>
        <translation>1 Route</translation>
    </message>
    <message>
        <source>%1 routes</source>
        <translation>%1 Routen</translation>
    </message>
    <message>
        <source>%1 of %2 routes shown</source>
        <translation>%1 von %2 Routen gezeigt</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ScopeView</name>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Kinds of objects, by namespace: read, refused, not asked</source>
        <translation>Arten von Objekten, nach Namensraum: gelesen, abgelehnt, nicht angefragt</translation>
    </message>
    <message>
        <source>deployables</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Sets of objects that are deployed together</source>
        <translation>Objekte, die zusammen ausgeliefert werden</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files that were read, with format and digest</source>
        <translation>Gelesene Dateien, mit Format und Digest</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>Files that no importer takes, with the reason</source>
        <translation>Dateien, die kein Importer annimmt, mit dem Grund</translation>
    </message>
    <message>
        <source>What was read, refused and not asked for appears here once sources are read.</source>
        <translation>Was gelesen, abgelehnt und nicht angefragt wurde, steht hier, sobald Quellen gelesen sind.</translation>
    </message>
    <message>
        <source>kinds %1</source>
        <translation>Arten %1</translation>
    </message>
    <message>
        <source>deployables %1</source>
        <translation>Einheiten %1</translation>
    </message>
    <message>
        <source>files %1</source>
        <translation>Dateien %1</translation>
    </message>
    <message>
        <source>not recognised %1</source>
        <translation>nicht erkannt %1</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 rows shown</source>
        <translation>%1 von %2 Zeilen gezeigt</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::SourceView</name>
    <message>
        <source>Whole file</source>
        <translation>Ganze Datei</translation>
    </message>
    <message>
        <source>Show the file from its first line, up to 20,000 lines; secrets stay masked</source>
        <translation>Datei ab der ersten Zeile zeigen, bis zu 20.000 Zeilen; Geheimes bleibt verdeckt</translation>
    </message>
    <message>
        <source>Source lines</source>
        <translation>Quellzeilen</translation>
    </message>
    <message>
        <source>Choose a piece of evidence to see its lines here.</source>
        <translation>Einen Beleg wählen, um seine Zeilen hier zu sehen.</translation>
    </message>
    <message>
        <source>Find in these lines</source>
        <translation>In diesen Zeilen suchen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>line %1–%2</source>
        <translation>Zeile %1–%2</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>(changed since it was imported: read it again with Ctrl+R)</source>
        <translation>(seit dem Einlesen geändert: mit Strg+R erneut einlesen)</translation>
    </message>
    <message>
        <source>%1 was changed since the earlier state was read: the line as it was can no longer be shown.</source>
        <translation>%1 wurde geändert, seit der frühere Stand gelesen wurde: die Zeile, wie sie war, lässt sich nicht mehr zeigen.</translation>
    </message>
    <message>
        <source>Earlier state: %1</source>
        <translation>Früherer Stand: %1</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::SourcesModel</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects</source>
        <translation>
            <numerusform>%n Objekt</numerusform>
            <numerusform>%n Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>Nicht erkannt</translation>
    </message>
    <message numerus="yes">
        <source>%n scan reports</source>
        <translation>
            <numerusform>%n Scan-Bericht</numerusform>
            <numerusform>%n Scan-Berichte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 images in use reported</source>
        <translation>%1 von %2 Images in Gebrauch mit Bericht</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::SourcesView</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::StartView</name>
    <message>
        <source>Nothing to look along yet.</source>
        <translation>Noch nichts zu betrachten.</translation>
    </message>
    <message>
        <source>Drop files or a folder anywhere in this window: Kubernetes manifests, what `kubectl get -o yaml` prints, archives of them, and Trivy or Grype reports beside them. Nothing leaves this machine.</source>
        <translation>Dateien oder einen Ordner irgendwo in dieses Fenster ziehen: Kubernetes-Manifeste, die Ausgabe von `kubectl get -o yaml`, Archive davon, dazu Berichte von Trivy oder Grype. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Ctrl+O opens files, Ctrl+Shift+O a folder, Ctrl+Shift+P every command by its name.</source>
        <translation>Strg+O öffnet Dateien, Strg+Umschalt+O einen Ordner, Strg+Umschalt+P jeden Befehl beim Namen.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Ways in</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>What we cannot tell</source>
        <translation>Was unklar bleibt</translation>
    </message>
    <message>
        <source>Since last time</source>
        <translation>Seit dem letzten Mal</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>Nach Schicht</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings by severity</source>
        <translation>Befunde nach Schwere</translation>
    </message>
    <message>
        <source>Image reports</source>
        <translation>Image-Berichte</translation>
    </message>
    <message>
        <source>Image reports by age</source>
        <translation>Image-Berichte nach Alter</translation>
    </message>
    <message>
        <source>Walk the drawing</source>
        <translation>Zeichnung ansehen</translation>
    </message>
    <message>
        <source>Read the findings</source>
        <translation>Befunde lesen</translation>
    </message>
    <message>
        <source>Compare the services</source>
        <translation>Dienste vergleichen</translation>
    </message>
    <message>
        <source>no way in from outside the cluster is in the input</source>
        <translation>kein Zugang von außerhalb des Clusters ist in der Eingabe</translation>
    </message>
    <message numerus="yes">
        <source>%n entries; weakest first</source>
        <translation>
            <numerusform>%n Zugang; der schwächste zuerst</numerusform>
            <numerusform>%n Zugänge; der schwächste zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>the %1 most serious of %2 findings</source>
        <translation>die %1 schwersten von %2 Befunden</translation>
    </message>
    <message>
        <source>no input that is known would settle more</source>
        <translation>keine bekannte Eingabe würde mehr klären</translation>
    </message>
    <message>
        <source>%1 of %2 inputs that would settle verdicts</source>
        <translation>%1 von %2 Eingaben, die Urteile klären würden</translation>
    </message>
    <message>
        <source>Not examined: %1.</source>
        <translation>Nicht untersucht: %1.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>%1 kinds in %2 namespaces, %3 objects</source>
        <translation>%1 Arten in %2 Namensräumen, %3 Objekte</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>%1 kinds</source>
        <translation>%1 Arten</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht angefragt</translation>
    </message>
    <message>
        <source>, %1 objects not applied</source>
        <translation>, %1 Objekte nicht angewandt</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Schutzbedarf</translation>
    </message>
    <message>
        <source>confirmed for %1 of %2</source>
        <translation>bestätigt für %1 von %2</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>when this was last open here</source>
        <translation>als dies hier zuletzt geöffnet war</translation>
    </message>
    <message numerus="yes">
        <source>+  Worse: %n new findings</source>
        <translation>
            <numerusform>+  Schlechter: %n neuer Befund</numerusform>
            <numerusform>+  Schlechter: %n neue Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓  Better: %n findings gone</source>
        <translation>
            <numerusform>✓  Besser: %n Befund weg</numerusform>
            <numerusform>✓  Besser: %n Befunde weg</numerusform>
        </translation>
    </message>
    <message>
        <source>These sources are open here for the first time.</source>
        <translation>Diese Quellen sind hier zum ersten Mal geöffnet.</translation>
    </message>
    <message>
        <source>No decision yet: choose a finding and press D.</source>
        <translation>Noch keine Entscheidung: einen Befund wählen und D drücken.</translation>
    </message>
    <message>
        <source>%1 of %2 findings decided</source>
        <translation>%1 von %2 Befunden entschieden</translation>
    </message>
    <message>
        <source>Reopened: %1</source>
        <translation>Wieder geöffnet: %1</translation>
    </message>
    <message>
        <source>Expired: %1, expiring within %2 days: %3</source>
        <translation>Abgelaufen: %1, Ablauf binnen %2 Tagen: %3</translation>
    </message>
    <message>
        <source>Decisions without a finding now: %1</source>
        <translation>Entscheidungen nun ohne Befund: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n services, worst part first; the figure is present of applicable</source>
        <translation>
            <numerusform>%n Dienst; die Zahl ist vorhanden von zutreffend</numerusform>
            <numerusform>%n Dienste, der schwächste Teil zuerst; die Zahl ist vorhanden von zutreffend</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 T</translation>
    </message>
    <message>
        <source>30 d</source>
        <translation>30 T</translation>
    </message>
    <message>
        <source>90 d</source>
        <translation>90 T</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n images, by age</source>
        <translation>
            <numerusform>%n Image, nach Alter</numerusform>
            <numerusform>%n Images, nach Alter</numerusform>
        </translation>
    </message>
    <message>
        <source>Read the changes</source>
        <translation>Die Änderungen lesen</translation>
    </message>
    <message>
        <source>Compare with the state before the last reading</source>
        <translation>Mit dem Stand vor dem letzten Lesen vergleichen</translation>
    </message>
    <message>
        <source>Compare with another folder…</source>
        <translation>Mit einem anderen Ordner vergleichen…</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>Verglichen mit %1</translation>
    </message>
    <message>
        <source>Ctrl+L lists the whole review.</source>
        <translation>Strg+L listet die ganze Begutachtung auf.</translation>
    </message>
    <message>
        <source>See all ways in</source>
        <translation>Alle Zugänge ansehen</translation>
    </message>
    <message>
        <source>the %1 weakest of %2 entries</source>
        <translation>die %1 schwächsten von %2 Zugängen</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::TablePage</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;cell</source>
        <translation>Ze&amp;lle kopieren</translation>
    </message>
    <message>
        <source>Order as &amp;found</source>
        <translation>&amp;Ursprüngliche Ordnung</translation>
    </message>
    <message>
        <source>No row matches the filter. Esc in the filter clears it.</source>
        <translation>Keine Zeile passt zum Filter. Esc im Filter leert ihn.</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ViewBar</name>
    <message>
        <source>Ways from outside the cluster with no check in front</source>
        <translation>Wege von außerhalb des Clusters, keine Prüfung davor</translation>
    </message>
    <message>
        <source>Where callers and people are checked</source>
        <translation>Wo Aufrufer und Personen geprüft werden</translation>
    </message>
    <message>
        <source>Which hops are plain text, TLS or mutual TLS</source>
        <translation>Welche Hops Klartext, TLS oder gegenseitiges TLS sind</translation>
    </message>
    <message>
        <source>Which namespaces and workloads are closed off</source>
        <translation>Welche Namensräume und Workloads abgeschottet sind</translation>
    </message>
    <message>
        <source>Which images a report covers</source>
        <translation>Welche Images ein Bericht abdeckt</translation>
    </message>
    <message>
        <source>How sensitive each service is</source>
        <translation>Wie hoch der Schutzbedarf jedes Dienstes ist</translation>
    </message>
    <message>
        <source>Where configured and running differ</source>
        <translation>Wo Konfiguriertes und Laufendes abweichen</translation>
    </message>
    <message>
        <source>Lens and search</source>
        <translation>Linse und Suche</translation>
    </message>
    <message>
        <source>Search services</source>
        <translation>Dienste suchen</translation>
    </message>
    <message>
        <source>%1 of %2 services</source>
        <translation>%1 von %2 Diensten</translation>
    </message>
    <message>
        <source>cart, kind:store, missing:network, ns:shop; words must all hold, - before a word turns it round, * stands for any text (Ctrl+F)</source>
        <translation>cart, kind:store, missing:network, ns:shop; alle Wörter müssen gelten, - vor einem Wort kehrt es um, * steht für beliebigen Text (Strg+F)</translation>
    </message>
    <message>
        <source>What is worse or new beside the state that is compared with</source>
        <translation>Was schlechter oder neu ist neben dem Stand, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>Shows what is worse or new beside another state: choose one in File › Compare (Ctrl+D)</source>
        <translation>Zeigt, was neben einem anderen Stand schlechter oder neu ist: wählen Sie ihn in Datei › Vergleichen (Strg+D)</translation>
    </message>
    <message>
        <source>Saved queries</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Saved queries: keep the one that is typed (Ctrl+B), or run one</source>
        <translation>Gespeicherte Suchen: die getippte behalten (Strg+B) oder eine ausführen</translation>
    </message>
    <message>
        <source>Who may reach whom, as policies say, and what no known call needs</source>
        <translation>Wer nach den Policies wen erreichen darf, und was kein bekannter Aufruf braucht</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::WaysInModel</name>
    <message numerus="yes">
        <source>%n routes</source>
        <translation>
            <numerusform>%n Route</numerusform>
            <numerusform>%n Routen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing in the input</source>
        <translation>nichts in der Eingabe</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>First check</source>
        <translation>Erste Prüfung</translation>
    </message>
    <message>
        <source>One hop behind</source>
        <translation>Einen Hop dahinter</translation>
    </message>
    <message>
        <source>Two hops behind</source>
        <translation>Zwei Hops dahinter</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::WaysView</name>
    <message>
        <source>Ways in</source>
        <translation>Zugänge</translation>
    </message>
    <message>
        <source>Entries by reach</source>
        <translation>Zugänge nach Reichweite</translation>
    </message>
    <message>
        <source>Ways in from outside the cluster appear here once sources are read.</source>
        <translation>Zugänge von außerhalb des Clusters stehen hier, sobald Quellen gelesen sind.</translation>
    </message>
    <message>
        <source>No way in from outside the cluster is in the input.</source>
        <translation>Kein Zugang von außerhalb des Clusters ist in der Eingabe.</translation>
    </message>
    <message>
        <source>1 way in</source>
        <translation>1 Zugang</translation>
    </message>
    <message>
        <source>%1 ways in, weakest first</source>
        <translation>%1 Zugänge, der schwächste zuerst</translation>
    </message>
    <message>
        <source>%1 of %2 ways in shown</source>
        <translation>%1 von %2 Zugängen gezeigt</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::WhatIs</name>
    <message>
        <source>Present: the input shows this layer in place.</source>
        <translation>Vorhanden: die Eingabe zeigt diese Schicht an ihrem Platz.</translation>
    </message>
    <message>
        <source>Partial: the input shows a part of this layer; the reason says which part is not there.</source>
        <translation>Teilweise: die Eingabe zeigt einen Teil dieser Schicht; die Begründung sagt, welcher Teil nicht da ist.</translation>
    </message>
    <message>
        <source>Missing: the input shows that this layer is not there, or it was searched for where it would stand. The reason says what was searched.</source>
        <translation>Fehlend: die Eingabe zeigt, dass diese Schicht nicht da ist, oder sie wurde dort gesucht, wo sie stünde. Die Begründung sagt, was durchsucht wurde.</translation>
    </message>
    <message>
        <source>Unknown: the input does not say. What would settle it is listed under Cannot tell.</source>
        <translation>Unbekannt: die Eingabe sagt es nicht. Was es klären würde, steht unter Unklar.</translation>
    </message>
    <message>
        <source>Not applicable: there is nothing here for this layer to act on.</source>
        <translation>Nicht anwendbar: hier gibt es nichts, worauf diese Schicht wirken könnte.</translation>
    </message>
    <message>
        <source>%1: a finding&apos;s severity comes from its rule, from what the outside reaches and from how sensitive the service is. The reason of the finding says by what.</source>
        <translation>%1: die Schwere eines Befunds ergibt sich aus seiner Regel, daraus, was von außen erreichbar ist, und aus dem Schutzbedarf des Dienstes. Die Begründung des Befunds sagt, woraus.</translation>
    </message>
    <message>
        <source>A hollow mark: the policy does not require this layer of a service so sensitive.</source>
        <translation>Ein hohles Zeichen: die Richtlinie verlangt diese Schicht bei diesem Schutzbedarf nicht.</translation>
    </message>
    <message>
        <source>A yellow band: a path from outside; the broad one with no check in front.</source>
        <translation>Ein gelbes Band: ein Pfad von außen; das breite, wenn keine Prüfung davor steht.</translation>
    </message>
    <message>
        <source>The sixteen stones of a wall are the layers, clockwise from the left.</source>
        <translation>Die sechzehn Steine einer Mauer sind die Schichten, von links im Uhrzeigersinn.</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::WhyDialog</name>
    <message>
        <source>Who can reach whom, and why</source>
        <translation>Wer wen erreichen kann und warum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Zu</translation>
    </message>
    <message>
        <source>The &amp;other way round</source>
        <translation>&amp;Anders herum</translation>
    </message>
    <message>
        <source>What decides</source>
        <translation>Was entscheidet</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Some letters of a service, an address such as 10.0.0.0/8, or internet</source>
        <translation>Einige Buchstaben eines Dienstes, eine Adresse wie 10.0.0.0/8 oder internet</translation>
    </message>
    <message>
        <source>Down lists all services</source>
        <translation>Pfeil nach unten listet alle Dienste auf</translation>
    </message>
    <message>
        <source>Open sources first: there is nothing to ask yet.</source>
        <translation>Zuerst Quellen öffnen: Es gibt noch nichts zu fragen.</translation>
    </message>
    <message>
        <source>Choose both ends: what policies say about a connection between them stands here then.</source>
        <translation>Beide Enden wählen: Dann steht hier, was die Policies zu einer Verbindung zwischen ihnen sagen.</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Wird ermittelt…</translation>
    </message>
    <message numerus="yes">
        <source>%n cases, by network or address</source>
        <translation>
            <numerusform>%n Fall, nach Netz oder Adresse</numerusform>
            <numerusform>%n Fälle, nach Netz oder Adresse</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 zu %2</translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ZoomBar</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Fit the whole drawing (0)</source>
        <translation>Ganze Zeichnung einpassen (0)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Shows where a microservice system&apos;s defences are thin.</source>
        <translation>Zeigt, wo die Verteidigung eines Microservice-Systems dünn ist.</translation>
    </message>
    <message>
        <source>system, en or de, for this run</source>
        <translation>system, en oder de, für diesen Lauf</translation>
    </message>
    <message>
        <source>files, folders or archives</source>
        <translation>Dateien, Ordner oder Archive</translation>
    </message>
    <message>
        <source>system, light, dark, contrast-light or contrast-dark, for this run</source>
        <translation>system, light, dark, contrast-light oder contrast-dark, für diesen Lauf</translation>
    </message>
</context>
</TS>
