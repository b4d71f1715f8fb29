<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Rules</name>
    <message>
        <source>Load balancer straight to a workload</source>
        <translation>Load Balancer direkt zu einem Workload</translation>
    </message>
    <message>
        <source>Node port straight to a workload</source>
        <translation>Node-Port direkt zu einem Workload</translation>
    </message>
    <message>
        <source>Host port on a node</source>
        <translation>Host-Port auf einem Knoten</translation>
    </message>
    <message>
        <source>Listening on the node network</source>
        <translation>Lauscht im Netz des Knotens</translation>
    </message>
    <message>
        <source>External address straight to a workload</source>
        <translation>Externe Adresse direkt zu einem Workload</translation>
    </message>
    <message>
        <source>A second way goes round the gateway</source>
        <translation>Ein zweiter Zugang führt am Gateway vorbei</translation>
    </message>
    <message>
        <source>Inner port published beside the service</source>
        <translation>Innerer Port neben dem des Dienstes veröffentlicht</translation>
    </message>
    <message>
        <source>Tunnel agent opens a way in</source>
        <translation>Tunnel-Agent öffnet einen Zugang</translation>
    </message>
    <message>
        <source>Rights to forward connections to pods</source>
        <translation>Rechte, Verbindungen zu Pods weiterzuleiten</translation>
    </message>
    <message>
        <source>Gateway not programmed</source>
        <translation>Gateway, das nicht programmiert ist</translation>
    </message>
    <message>
        <source>Ingress class without a controller</source>
        <translation>Ingress-Klasse ohne Controller</translation>
    </message>
    <message>
        <source>Route that no gateway serves</source>
        <translation>Route, die kein Gateway bedient</translation>
    </message>
    <message>
        <source>Route to a backend that is not in the input</source>
        <translation>Route zu einem Backend, das nicht in der Eingabe ist</translation>
    </message>
    <message>
        <source>Gateway controller that gets no fixes any more</source>
        <translation>Gateway-Controller, der keine Korrekturen mehr erhält</translation>
    </message>
    <message>
        <source>Setting of a route that weakens it</source>
        <translation>Einstellung einer Route, die sie schwächt</translation>
    </message>
    <message>
        <source>Any website may call with the user's credentials</source>
        <translation>Jede Website darf mit den Anmeldedaten des Nutzers aufrufen</translation>
    </message>
    <message>
        <source>TLS passthrough switches the other annotations off</source>
        <translation>TLS-Passthrough setzt die übrigen Annotationen außer Kraft</translation>
    </message>
    <message>
        <source>Raw gateway configuration on a route</source>
        <translation>Rohe Gateway-Konfiguration an einer Route</translation>
    </message>
    <message>
        <source>No limit on how often a client may ask</source>
        <translation>Keine Grenze, wie oft ein Client anfragen darf</translation>
    </message>
    <message>
        <source>Limit counted per gateway replica</source>
        <translation>Grenze je Replikat des Gateways gezählt</translation>
    </message>
    <message>
        <source>Only addresses or sizes are limited</source>
        <translation>Nur Adressen oder Größen sind begrenzt</translation>
    </message>
    <message>
        <source>Firewall only detects</source>
        <translation>Firewall erkennt nur</translation>
    </message>
    <message>
        <source>Address list that admits everyone</source>
        <translation>Adressliste, die alle einlässt</translation>
    </message>
    <message>
        <source>Address list that does not hold</source>
        <translation>Adressliste, die nicht greift</translation>
    </message>
    <message>
        <source>Rate limit that is not enabled</source>
        <translation>Ratenbegrenzung, die nicht eingeschaltet ist</translation>
    </message>
    <message>
        <source>No check in front of the application</source>
        <translation>Keine Prüfung vor der Anwendung</translation>
    </message>
    <message>
        <source>Open, shown</source>
        <translation>Offen, gezeigt</translation>
    </message>
    <message>
        <source>Credentials are validated but not required</source>
        <translation>Anmeldedaten werden geprüft, aber nicht verlangt</translation>
    </message>
    <message>
        <source>Paths without the check</source>
        <translation>Pfade ohne die Prüfung</translation>
    </message>
    <message>
        <source>Check switched off here</source>
        <translation>Prüfung hier abgeschaltet</translation>
    </message>
    <message>
        <source>Check refers to something that is not in the input</source>
        <translation>Prüfung verweist auf etwas, das nicht in der Eingabe ist</translation>
    </message>
    <message>
        <source>Anonymous requests are let through</source>
        <translation>Anonyme Anfragen kommen durch</translation>
    </message>
    <message>
        <source>Token validated but not required</source>
        <translation>Token geprüft, aber nicht verlangt</translation>
    </message>
    <message>
        <source>Client certificate is optional</source>
        <translation>Client-Zertifikat ist freiwillig</translation>
    </message>
    <message>
        <source>External check fails open</source>
        <translation>Externe Prüfung öffnet bei Ausfall</translation>
    </message>
    <message>
        <source>An address alone satisfies the check</source>
        <translation>Eine Adresse allein besteht die Prüfung</translation>
    </message>
    <message>
        <source>Raw configuration switches the check off</source>
        <translation>Rohe Konfiguration schaltet die Prüfung ab</translation>
    </message>
    <message>
        <source>Callers without an identity are accepted</source>
        <translation>Aufrufer ohne Identität werden angenommen</translation>
    </message>
    <message>
        <source>Serves any caller</source>
        <translation>Bedient jeden Aufrufer</translation>
    </message>
    <message>
        <source>Check at the edge only</source>
        <translation>Prüfung nur am Rand</translation>
    </message>
    <message>
        <source>Health path published</source>
        <translation>Health-Pfad veröffentlicht</translation>
    </message>
    <message>
        <source>Operator's page published</source>
        <translation>Betriebsseite veröffentlicht</translation>
    </message>
    <message>
        <source>Password that cannot carry a second factor</source>
        <translation>Passwort, das keinen zweiten Faktor tragen kann</translation>
    </message>
    <message>
        <source>No policy says who may call</source>
        <translation>Keine Richtlinie sagt, wer aufrufen darf</translation>
    </message>
    <message>
        <source>Policy that allows every request</source>
        <translation>Richtlinie, die jede Anfrage erlaubt</translation>
    </message>
    <message>
        <source>Policy that names no callers</source>
        <translation>Richtlinie, die keine Aufrufer nennt</translation>
    </message>
    <message>
        <source>Policy that admits whole namespaces</source>
        <translation>Richtlinie, die ganze Namensräume zulässt</translation>
    </message>
    <message>
        <source>Policy that only names who may not call</source>
        <translation>Richtlinie, die nur nennt, wer nicht aufrufen darf</translation>
    </message>
    <message>
        <source>Policy on a workload without a proxy</source>
        <translation>Richtlinie an einem Workload ohne Proxy</translation>
    </message>
    <message>
        <source>Authorization policy that selects nothing</source>
        <translation>Autorisierungsrichtlinie, die nichts auswählt</translation>
    </message>
    <message>
        <source>Policy names callers that may have no name</source>
        <translation>Richtlinie nennt Aufrufer, die keinen Namen haben müssen</translation>
    </message>
    <message>
        <source>Client's setting says plain text</source>
        <translation>Einstellung des Clients sagt Klartext</translation>
    </message>
    <message>
        <source>Serving port answers plain text</source>
        <translation>Port des Dienstes antwortet im Klartext</translation>
    </message>
    <message>
        <source>Product speaks plain text by default</source>
        <translation>Produkt spricht von sich aus Klartext</translation>
    </message>
    <message>
        <source>Plain text from outside</source>
        <translation>Klartext von außen</translation>
    </message>
    <message>
        <source>Plain HTTP without a redirect</source>
        <translation>HTTP ohne Umleitung</translation>
    </message>
    <message>
        <source>Plain text behind the gateway</source>
        <translation>Klartext hinter dem Gateway</translation>
    </message>
    <message>
        <source>Plain text also accepted</source>
        <translation>Auch Klartext angenommen</translation>
    </message>
    <message>
        <source>TLS without verification</source>
        <translation>TLS ohne Prüfung des Servers</translation>
    </message>
    <message>
        <source>Mutual TLS switched off</source>
        <translation>Gegenseitiges TLS abgeschaltet</translation>
    </message>
    <message>
        <source>Port kept away from the proxy</source>
        <translation>Port vom Proxy ausgenommen</translation>
    </message>
    <message>
        <source>Old TLS versions accepted</source>
        <translation>Alte TLS-Versionen angenommen</translation>
    </message>
    <message>
        <source>Proxy asked for and not there</source>
        <translation>Proxy verlangt und nicht da</translation>
    </message>
    <message>
        <source>Workload without network policy</source>
        <translation>Workload ohne Netzwerkrichtlinie</translation>
    </message>
    <message>
        <source>One direction without network policy</source>
        <translation>Eine Richtung ohne Netzwerkrichtlinie</translation>
    </message>
    <message>
        <source>Network policy that allows everything</source>
        <translation>Netzwerkrichtlinie, die alles erlaubt</translation>
    </message>
    <message>
        <source>Network policy that admits the whole cluster</source>
        <translation>Netzwerkrichtlinie, die den ganzen Cluster zulässt</translation>
    </message>
    <message>
        <source>Network policy wider than the known calls</source>
        <translation>Netzwerkrichtlinie, weiter als die bekannten Aufrufe</translation>
    </message>
    <message>
        <source>Way out to every address</source>
        <translation>Nach außen ist jede Adresse erlaubt</translation>
    </message>
    <message>
        <source>Cloud metadata address reachable</source>
        <translation>Metadaten-Adresse der Cloud erreichbar</translation>
    </message>
    <message>
        <source>Pod on the node's own network</source>
        <translation>Pod im Netz des Knotens</translation>
    </message>
    <message>
        <source>Network policies that nothing enforces</source>
        <translation>Netzwerkrichtlinien, die nichts durchsetzt</translation>
    </message>
    <message>
        <source>Network policy that selects nothing</source>
        <translation>Netzwerkrichtlinie, die nichts auswählt</translation>
    </message>
    <message>
        <source>Network policy that cuts off a known call</source>
        <translation>Netzwerkrichtlinie, die einen bekannten Aufruf abschneidet</translation>
    </message>
    <message>
        <source>Network policy that cuts off the gateway</source>
        <translation>Netzwerkrichtlinie, die das Gateway abschneidet</translation>
    </message>
    <message>
        <source>One replica</source>
        <translation>Nur ein Replikat</translation>
    </message>
    <message>
        <source>Thin availability</source>
        <translation>Knappe Verfügbarkeit</translation>
    </message>
    <message>
        <source>No memory limit</source>
        <translation>Kein Speicherlimit</translation>
    </message>
    <message>
        <source>Disruption budget that does not fit</source>
        <translation>Disruption-Budget, das nicht passt</translation>
    </message>
    <message>
        <source>Store shared by several owners</source>
        <translation>Speicher mehrerer Eigner</translation>
    </message>
    <message>
        <source>Store without lasting storage</source>
        <translation>Speicher ohne dauerhafte Ablage</translation>
    </message>
    <message>
        <source>Service without ready endpoints</source>
        <translation>Service ohne bereite Endpunkte</translation>
    </message>
    <message>
        <source>Privileged container</source>
        <translation>Privilegierter Container</translation>
    </message>
    <message>
        <source>Shares namespaces of the node</source>
        <translation>Teilt Namespaces des Knotens</translation>
    </message>
    <message>
        <source>Mounts a path of the node</source>
        <translation>Hängt einen Pfad des Knotens ein</translation>
    </message>
    <message>
        <source>Mounts the container runtime's socket</source>
        <translation>Hängt den Socket der Container-Laufzeit ein</translation>
    </message>
    <message>
        <source>Added capabilities</source>
        <translation>Hinzugefügte Capabilities</translation>
    </message>
    <message>
        <source>Host port</source>
        <translation>Host-Port</translation>
    </message>
    <message>
        <source>Breaks the level baseline</source>
        <translation>Verletzt die Stufe baseline</translation>
    </message>
    <message>
        <source>Mesh injection adds network capabilities</source>
        <translation>Mesh-Injektion fügt Netzwerk-Capabilities hinzu</translation>
    </message>
    <message>
        <source>Restricted is not written</source>
        <translation>Restricted ist nicht angegeben</translation>
    </message>
    <message>
        <source>Setting that restricted forbids</source>
        <translation>Einstellung, die restricted verbietet</translation>
    </message>
    <message>
        <source>Writable root file system</source>
        <translation>Beschreibbares Wurzeldateisystem</translation>
    </message>
    <message>
        <source>Token mounted without need</source>
        <translation>Token ohne Bedarf eingehängt</translation>
    </message>
    <message>
        <source>Account with all rights</source>
        <translation>Konto mit allen Rechten</translation>
    </message>
    <message>
        <source>Account with wildcard rights</source>
        <translation>Konto mit Wildcard-Rechten</translation>
    </message>
    <message>
        <source>Account that reads Secrets</source>
        <translation>Konto, das Secrets liest</translation>
    </message>
    <message>
        <source>Account that can give itself rights</source>
        <translation>Konto, das sich selbst Rechte geben kann</translation>
    </message>
    <message>
        <source>Account that runs commands in pods</source>
        <translation>Konto, das Befehle in Pods ausführt</translation>
    </message>
    <message>
        <source>Account that asks for tokens of others</source>
        <translation>Konto, das Tokens anderer anfordert</translation>
    </message>
    <message>
        <source>Account that reaches the kubelets</source>
        <translation>Konto, das die Kubelets erreicht</translation>
    </message>
    <message>
        <source>Account that starts pods</source>
        <translation>Konto, das Pods startet</translation>
    </message>
    <message>
        <source>Default account with rights</source>
        <translation>Standardkonto mit Rechten</translation>
    </message>
    <message>
        <source>Rights for every account</source>
        <translation>Rechte für jedes Konto</translation>
    </message>
    <message>
        <source>Narrow rights for every account</source>
        <translation>Enge Rechte für jedes Konto</translation>
    </message>
    <message>
        <source>Rights for requests without credentials</source>
        <translation>Rechte für Anfragen ohne Anmeldedaten</translation>
    </message>
    <message>
        <source>Narrow rights for requests without credentials</source>
        <translation>Enge Rechte für Anfragen ohne Anmeldedaten</translation>
    </message>
    <message>
        <source>Powerful account without a workload in the input</source>
        <translation>Mächtiges Konto ohne Workload in der Eingabe</translation>
    </message>
    <message>
        <source>Account token that never expires</source>
        <translation>Konto-Token, das nie abläuft</translation>
    </message>
    <message>
        <source>Credential in the environment</source>
        <translation>Zugangsdaten in der Umgebung</translation>
    </message>
    <message>
        <source>Credential in the arguments</source>
        <translation>Zugangsdaten in den Argumenten</translation>
    </message>
    <message>
        <source>Credential in a ConfigMap</source>
        <translation>Zugangsdaten in einer ConfigMap</translation>
    </message>
    <message>
        <source>Credential in an unused ConfigMap</source>
        <translation>Zugangsdaten in einer ungenutzten ConfigMap</translation>
    </message>
    <message>
        <source>Secret with values in a manifest</source>
        <translation>Secret mit Werten in einem Manifest</translation>
    </message>
    <message>
        <source>Copy of a Secret in an annotation</source>
        <translation>Kopie eines Secret in einer Annotation</translation>
    </message>
    <message>
        <source>Whole Secret in the environment</source>
        <translation>Ganzes Secret in der Umgebung</translation>
    </message>
    <message>
        <source>Placeholder instead of a credential</source>
        <translation>Platzhalter statt Zugangsdaten</translation>
    </message>
    <message>
        <source>Unscanned image</source>
        <translation>Nicht gescanntes Image</translation>
    </message>
    <message>
        <source>Known vulnerabilities with a fix</source>
        <translation>Bekannte behebbare Schwachstellen</translation>
    </message>
    <message>
        <source>Old scan report</source>
        <translation>Alter Scan-Bericht</translation>
    </message>
    <message>
        <source>Report of another digest</source>
        <translation>Bericht eines anderen Digest</translation>
    </message>
    <message>
        <source>Scan attempted without result</source>
        <translation>Scan ohne Ergebnis versucht</translation>
    </message>
    <message>
        <source>Tag that may move</source>
        <translation>Tag, das sich bewegen kann</translation>
    </message>
    <message>
        <source>Another image runs</source>
        <translation>Ein anderes Image läuft</translation>
    </message>
    <message>
        <source>Only baseline is enforced</source>
        <translation>Nur baseline wird durchgesetzt</translation>
    </message>
    <message>
        <source>Privileged pods are admitted</source>
        <translation>Privilegierte Pods werden zugelassen</translation>
    </message>
    <message>
        <source>Rule that only warns</source>
        <translation>Regel, die nur warnt</translation>
    </message>
    <message>
        <source>No rule at the door</source>
        <translation>Keine Regel an der Tür</translation>
    </message>
    <message>
        <source>Pods that break the enforced level</source>
        <translation>Pods, die die durchgesetzte Stufe verletzen</translation>
    </message>
    <message>
        <source>Stranger in a platform namespace</source>
        <translation>Fremder in einem Plattform-Namensraum</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Make the Service ClusterIP and let a gateway route to it.</source>
        <translation>Den Service zu ClusterIP machen und ein Gateway zu ihm führen lassen.</translation>
    </message>
    <message>
        <source>Make the Service ClusterIP and let a gateway route to it; keep node ports for gateways.</source>
        <translation>Den Service zu ClusterIP machen und ein Gateway zu ihm führen lassen; Node-Ports den Gateways vorbehalten.</translation>
    </message>
    <message>
        <source>Remove hostPort and publish the container through a Service and a gateway.</source>
        <translation>hostPort entfernen und den Container über einen Service und ein Gateway veröffentlichen.</translation>
    </message>
    <message>
        <source>Remove hostNetwork, or bind the port to the loopback address.</source>
        <translation>hostNetwork entfernen oder den Port an die Loopback-Adresse binden.</translation>
    </message>
    <message>
        <source>Remove externalIPs and let a gateway route to the Service.</source>
        <translation>externalIPs entfernen und ein Gateway zum Service führen lassen.</translation>
    </message>
    <message>
        <source>Remove the second way in: make its Service ClusterIP.</source>
        <translation>Den zweiten Zugang entfernen: seinen Service zu ClusterIP machen.</translation>
    </message>
    <message>
        <source>Publish only the service's own port; leave the inner port to a ClusterIP Service.</source>
        <translation>Nur den Port des Dienstes veröffentlichen; den inneren Port einem ClusterIP-Service überlassen.</translation>
    </message>
    <message>
        <source>Let the tunnel end at the gateway, and state who may use it.</source>
        <translation>Den Tunnel am Gateway enden lassen und angeben, wer ihn benutzen darf.</translation>
    </message>
    <message>
        <source>Remove pods/portforward, pods/proxy and services/proxy from the role, or name single objects.</source>
        <translation>pods/portforward, pods/proxy und services/proxy aus der Rolle entfernen oder einzelne Objekte nennen.</translation>
    </message>
    <message>
        <source>Read the status conditions of the gateway and mend what they name.</source>
        <translation>Die Statusbedingungen des Gateways lesen und beheben, was sie nennen.</translation>
    </message>
    <message>
        <source>Install the controller, or change the class of the routes.</source>
        <translation>Den Controller installieren oder die Klasse der Routen ändern.</translation>
    </message>
    <message>
        <source>Attach the route to a gateway that allows it, or delete it.</source>
        <translation>Die Route an ein Gateway hängen, das sie erlaubt, oder sie löschen.</translation>
    </message>
    <message>
        <source>Delete the backend from the route, or create the Service.</source>
        <translation>Das Backend aus der Route löschen oder den Service anlegen.</translation>
    </message>
    <message>
        <source>Move the routes to a controller that is maintained.</source>
        <translation>Die Routen zu einem gepflegten Controller umziehen.</translation>
    </message>
    <message>
        <source>Change the setting as the finding says.</source>
        <translation>Die Einstellung ändern, wie der Befund es sagt.</translation>
    </message>
    <message>
        <source>Name the allowed origins, or do not allow credentials.</source>
        <translation>Die erlaubten Herkünfte nennen oder Anmeldedaten nicht erlauben.</translation>
    </message>
    <message>
        <source>Terminate TLS at the gateway, or do the checks in the service.</source>
        <translation>TLS am Gateway beenden oder im Dienst prüfen.</translation>
    </message>
    <message>
        <source>Replace the snippet by annotations, and forbid snippets in the controller.</source>
        <translation>Das Snippet durch Annotationen ersetzen und Snippets im Controller verbieten.</translation>
    </message>
    <message>
        <source>Set a per-client rate limit on the route, shared by the gateway's replicas.</source>
        <translation>Eine Grenze je Client an der Route setzen, gemeinsam für alle Replikate des Gateways.</translation>
    </message>
    <message>
        <source>Use a shared counter, or set the limit for the number of replicas.</source>
        <translation>Einen gemeinsamen Zähler nutzen oder die Grenze nach der Zahl der Replikate setzen.</translation>
    </message>
    <message>
        <source>Add a per-client rate or concurrency limit.</source>
        <translation>Eine Grenze der Anfragen oder gleichzeitigen Verbindungen je Client hinzufügen.</translation>
    </message>
    <message>
        <source>Switch the rule engine to blocking once its log is quiet.</source>
        <translation>Die Regelmaschine auf Blockieren schalten, sobald ihr Protokoll ruhig ist.</translation>
    </message>
    <message>
        <source>Name the networks that need access, or remove the list.</source>
        <translation>Die Netze nennen, die Zugriff brauchen, oder die Liste entfernen.</translation>
    </message>
    <message>
        <source>Write the list where the controller reads it.</source>
        <translation>Die Liste dorthin schreiben, wo der Controller sie liest.</translation>
    </message>
    <message>
        <source>Enable rate limiting in the controller's settings.</source>
        <translation>Die Ratenbegrenzung in den Einstellungen des Controllers einschalten.</translation>
    </message>
    <message>
        <source>Put a check on the route (an external authorization service, tokens or client certificates), or state the audience of the route.</source>
        <translation>Eine Prüfung an der Route einrichten (externer Autorisierungsdienst, Tokens oder Client-Zertifikate) oder angeben, für wen die Route ist.</translation>
    </message>
    <message>
        <source>Put a check in front of it, or take the way in away.</source>
        <translation>Eine Prüfung davorsetzen oder den Zugang wegnehmen.</translation>
    </message>
    <message>
        <source>Require the credentials, not only their validity.</source>
        <translation>Die Anmeldedaten verlangen, nicht nur ihre Gültigkeit.</translation>
    </message>
    <message>
        <source>Narrow the exemption to what must be open.</source>
        <translation>Die Ausnahme auf das beschränken, was offen sein muss.</translation>
    </message>
    <message>
        <source>Switch the check on for this route.</source>
        <translation>Die Prüfung für diese Route einschalten.</translation>
    </message>
    <message>
        <source>Create what the route refers to, or correct the reference.</source>
        <translation>Anlegen, worauf die Route verweist, oder den Verweis berichtigen.</translation>
    </message>
    <message>
        <source>Remove the anonymous fallback.</source>
        <translation>Den anonymen Rückfall entfernen.</translation>
    </message>
    <message>
        <source>Add a policy that demands a token.</source>
        <translation>Eine Richtlinie hinzufügen, die ein Token verlangt.</translation>
    </message>
    <message>
        <source>Demand a valid client certificate.</source>
        <translation>Ein gültiges Client-Zertifikat verlangen.</translation>
    </message>
    <message>
        <source>Let the check fail closed.</source>
        <translation>Die Prüfung bei Ausfall schließen lassen.</translation>
    </message>
    <message>
        <source>Demand both.</source>
        <translation>Beides verlangen.</translation>
    </message>
    <message>
        <source>Remove the snippet.</source>
        <translation>Das Snippet entfernen.</translation>
    </message>
    <message>
        <source>Set mutual TLS to STRICT once every caller has a proxy.</source>
        <translation>Gegenseitiges TLS auf STRICT setzen, sobald jeder Aufrufer einen Proxy hat.</translation>
    </message>
    <message>
        <source>Switch the product's own login on, or demand mutual TLS in front of it.</source>
        <translation>Die Anmeldung des Produkts einschalten oder davor gegenseitiges TLS verlangen.</translation>
    </message>
    <message>
        <source>Allow only the gateway to call it (network policy or authorization policy).</source>
        <translation>Nur dem Gateway erlauben, ihn aufzurufen (Netzwerk- oder Autorisierungsrichtlinie).</translation>
    </message>
    <message>
        <source>Leave the path out of the route, unless something outside needs it.</source>
        <translation>Den Pfad aus der Route nehmen, außer etwas außerhalb braucht ihn.</translation>
    </message>
    <message>
        <source>Leave the path out of the route, or put a check in front of it.</source>
        <translation>Den Pfad aus der Route nehmen oder eine Prüfung davorsetzen.</translation>
    </message>
    <message>
        <source>Let people sign in at an identity provider that demands a second factor.</source>
        <translation>Personen an einem Identitätsanbieter anmelden lassen, der einen zweiten Faktor verlangt.</translation>
    </message>
    <message>
        <source>Add an authorization policy that allows the known callers and denies the rest.</source>
        <translation>Eine Autorisierungsrichtlinie hinzufügen, die die bekannten Aufrufer erlaubt und den Rest abweist.</translation>
    </message>
    <message>
        <source>Remove the rule or name the callers in it.</source>
        <translation>Die Regel entfernen oder die Aufrufer in ihr nennen.</translation>
    </message>
    <message>
        <source>Add the callers' identities to the rules.</source>
        <translation>Die Identitäten der Aufrufer in die Regeln aufnehmen.</translation>
    </message>
    <message>
        <source>Name the service accounts of the known callers.</source>
        <translation>Die Dienstkonten der bekannten Aufrufer nennen.</translation>
    </message>
    <message>
        <source>Name who may call.</source>
        <translation>Nennen, wer aufrufen darf.</translation>
    </message>
    <message>
        <source>Give the workload a proxy, or protect it otherwise.</source>
        <translation>Dem Workload einen Proxy geben oder ihn anders schützen.</translation>
    </message>
    <message>
        <source>Correct the selector.</source>
        <translation>Den Selektor berichtigen.</translation>
    </message>
    <message>
        <source>Set mutual TLS to STRICT for the workload.</source>
        <translation>Gegenseitiges TLS für den Workload auf STRICT setzen.</translation>
    </message>
    <message>
        <source>Change the client's setting to TLS, or give both ends mesh proxies with STRICT mutual TLS.</source>
        <translation>Die Einstellung des Clients auf TLS ändern oder beiden Enden Mesh-Proxys mit gegenseitigem TLS (STRICT) geben.</translation>
    </message>
    <message>
        <source>Serve TLS on the port, or give the workloads mesh proxies with STRICT mutual TLS.</source>
        <translation>TLS an dem Port anbieten oder den Workloads Mesh-Proxys mit gegenseitigem TLS (STRICT) geben.</translation>
    </message>
    <message>
        <source>Switch the product's TLS on, or give the workloads mesh proxies with STRICT mutual TLS.</source>
        <translation>TLS des Produkts einschalten oder den Workloads Mesh-Proxys mit gegenseitigem TLS (STRICT) geben.</translation>
    </message>
    <message>
        <source>Add a certificate to the listener and redirect HTTP to HTTPS.</source>
        <translation>Dem Listener ein Zertifikat geben und HTTP zu HTTPS umleiten.</translation>
    </message>
    <message>
        <source>Redirect HTTP to HTTPS.</source>
        <translation>HTTP zu HTTPS umleiten.</translation>
    </message>
    <message>
        <source>Let the gateway talk verified TLS to the service, or use mesh proxies.</source>
        <translation>Das Gateway mit dem Dienst über geprüftes TLS sprechen lassen oder Mesh-Proxys nutzen.</translation>
    </message>
    <message>
        <source>Verify the server's certificate and name.</source>
        <translation>Zertifikat und Namen des Servers prüfen.</translation>
    </message>
    <message>
        <source>Remove the setting, or limit it to what needs it.</source>
        <translation>Die Einstellung entfernen oder auf das beschränken, was sie braucht.</translation>
    </message>
    <message>
        <source>Remove the port from the annotation.</source>
        <translation>Den Port aus der Annotation entfernen.</translation>
    </message>
    <message>
        <source>Set the lowest version to TLS 1.2.</source>
        <translation>Die niedrigste Version auf TLS 1.2 setzen.</translation>
    </message>
    <message>
        <source>Restart the pods so that they get their proxies.</source>
        <translation>Die Pods neu starten, damit sie ihre Proxys bekommen.</translation>
    </message>
    <message>
        <source>Add a default-deny policy for the namespace and allow the known calls.</source>
        <translation>Eine Richtlinie für den Namensraum hinzufügen, die alles abweist, und die bekannten Aufrufe erlauben.</translation>
    </message>
    <message>
        <source>Restrict the other direction too.</source>
        <translation>Auch die andere Richtung beschränken.</translation>
    </message>
    <message>
        <source>Remove the rule or name the peers in it.</source>
        <translation>Die Regel entfernen oder die Gegenstellen in ihr nennen.</translation>
    </message>
    <message>
        <source>Name the namespaces and pods that need the connection.</source>
        <translation>Die Namensräume und Pods nennen, die die Verbindung brauchen.</translation>
    </message>
    <message>
        <source>Name the workloads that need the connection, or declare the calls that are missing.</source>
        <translation>Die Workloads nennen, die die Verbindung brauchen, oder die fehlenden Aufrufe erklären.</translation>
    </message>
    <message>
        <source>Name the networks and ports that it needs.</source>
        <translation>Die Netze und Ports nennen, die er braucht.</translation>
    </message>
    <message>
        <source>Leave 169.254.169.254/32 out of the allowed addresses.</source>
        <translation>169.254.169.254/32 von den erlaubten Adressen ausnehmen.</translation>
    </message>
    <message>
        <source>Remove hostNetwork.</source>
        <translation>hostNetwork entfernen.</translation>
    </message>
    <message>
        <source>Use a network plugin that enforces NetworkPolicy.</source>
        <translation>Ein Netzwerk-Plugin nutzen, das NetworkPolicy durchsetzt.</translation>
    </message>
    <message>
        <source>Allow the call's port in the policy, or remove the setting that names the service.</source>
        <translation>Den Port des Aufrufs in der Richtlinie erlauben oder die Einstellung entfernen, die den Service nennt.</translation>
    </message>
    <message>
        <source>Allow the gateway's pods and namespace on the routed port.</source>
        <translation>Pods und Namensraum des Gateways am gerouteten Port erlauben.</translation>
    </message>
    <message>
        <source>Run at least two replicas, spread over nodes.</source>
        <translation>Mindestens zwei Replikate betreiben, über Knoten verteilt.</translation>
    </message>
    <message>
        <source>Add what the finding names.</source>
        <translation>Hinzufügen, was der Befund nennt.</translation>
    </message>
    <message>
        <source>Set a memory limit.</source>
        <translation>Ein Speicherlimit setzen.</translation>
    </message>
    <message>
        <source>Let the budget allow one pod at a time.</source>
        <translation>Das Budget einen Pod auf einmal erlauben lassen.</translation>
    </message>
    <message>
        <source>Give each owner a store, or at least an account and schema, of its own.</source>
        <translation>Jedem Eigner einen eigenen Speicher geben, mindestens ein eigenes Konto und Schema.</translation>
    </message>
    <message>
        <source>Use a persistent volume, unless losing the data is acceptable.</source>
        <translation>Ein Persistent Volume nutzen, außer der Verlust der Daten ist hinnehmbar.</translation>
    </message>
    <message>
        <source>See why its pods are not ready, or correct its selector.</source>
        <translation>Klären, warum seine Pods nicht bereit sind, oder seinen Selektor berichtigen.</translation>
    </message>
    <message>
        <source>Remove privileged; add single capabilities where they are needed.</source>
        <translation>privileged entfernen; einzelne Capabilities hinzufügen, wo sie nötig sind.</translation>
    </message>
    <message>
        <source>Remove hostNetwork, hostPID and hostIPC.</source>
        <translation>hostNetwork, hostPID und hostIPC entfernen.</translation>
    </message>
    <message>
        <source>Use a volume of another type, or a narrow, read-only path.</source>
        <translation>Ein Volume anderer Art nutzen oder einen engen, schreibgeschützten Pfad.</translation>
    </message>
    <message>
        <source>Remove the mount.</source>
        <translation>Die Einhängung entfernen.</translation>
    </message>
    <message>
        <source>Drop all capabilities and add back only NET_BIND_SERVICE where needed.</source>
        <translation>Alle Capabilities ablegen und nur NET_BIND_SERVICE wieder hinzufügen, wo nötig.</translation>
    </message>
    <message>
        <source>Remove hostPort.</source>
        <translation>hostPort entfernen.</translation>
    </message>
    <message>
        <source>Remove the setting that the finding names.</source>
        <translation>Die Einstellung entfernen, die der Befund nennt.</translation>
    </message>
    <message>
        <source>Install the mesh's CNI plugin, which makes the init container unnecessary.</source>
        <translation>Das CNI-Plugin des Mesh installieren, das den Init-Container unnötig macht.</translation>
    </message>
    <message>
        <source>Set runAsNonRoot, allowPrivilegeEscalation: false, drop ALL capabilities and the seccomp profile RuntimeDefault.</source>
        <translation>runAsNonRoot setzen, allowPrivilegeEscalation: false, Capabilities ALL ablegen und das seccomp-Profil RuntimeDefault.</translation>
    </message>
    <message>
        <source>Change the setting that the finding names.</source>
        <translation>Die Einstellung ändern, die der Befund nennt.</translation>
    </message>
    <message>
        <source>Set readOnlyRootFilesystem: true and mount an emptyDir where the program writes.</source>
        <translation>readOnlyRootFilesystem: true setzen und ein emptyDir einhängen, wo das Programm schreibt.</translation>
    </message>
    <message>
        <source>Set automountServiceAccountToken: false.</source>
        <translation>automountServiceAccountToken: false setzen.</translation>
    </message>
    <message>
        <source>Give the account a role with only what it needs.</source>
        <translation>Dem Konto eine Rolle mit nur dem geben, was es braucht.</translation>
    </message>
    <message>
        <source>Name the resources and verbs.</source>
        <translation>Ressourcen und Verben nennen.</translation>
    </message>
    <message>
        <source>Name the single Secrets, or mount them instead.</source>
        <translation>Die einzelnen Secrets nennen oder sie stattdessen einhängen.</translation>
    </message>
    <message>
        <source>Remove bind, escalate and impersonate.</source>
        <translation>bind, escalate und impersonate entfernen.</translation>
    </message>
    <message>
        <source>Remove pods/exec and pods/attach.</source>
        <translation>pods/exec und pods/attach entfernen.</translation>
    </message>
    <message>
        <source>Remove serviceaccounts/token, or name single accounts.</source>
        <translation>serviceaccounts/token entfernen oder einzelne Konten nennen.</translation>
    </message>
    <message>
        <source>Remove nodes/proxy.</source>
        <translation>nodes/proxy entfernen.</translation>
    </message>
    <message>
        <source>Remove the right, or keep it to a namespace of its own.</source>
        <translation>Das Recht entfernen oder auf einen eigenen Namensraum beschränken.</translation>
    </message>
    <message>
        <source>Bind the rights to an account of the workload's own.</source>
        <translation>Die Rechte an ein eigenes Konto des Workloads binden.</translation>
    </message>
    <message>
        <source>Bind the rights to single accounts.</source>
        <translation>Die Rechte an einzelne Konten binden.</translation>
    </message>
    <message>
        <source>Bind the rights to single accounts, unless everyone needs them.</source>
        <translation>Die Rechte an einzelne Konten binden, außer alle brauchen sie.</translation>
    </message>
    <message>
        <source>Delete the binding.</source>
        <translation>Die Bindung löschen.</translation>
    </message>
    <message>
        <source>Delete the binding, unless joining nodes still need it.</source>
        <translation>Die Bindung löschen, außer beitretende Knoten brauchen sie noch.</translation>
    </message>
    <message>
        <source>Delete the binding, or the account.</source>
        <translation>Die Bindung oder das Konto löschen.</translation>
    </message>
    <message>
        <source>Use bound tokens, and delete the Secret.</source>
        <translation>Gebundene Tokens nutzen und das Secret löschen.</translation>
    </message>
    <message>
        <source>Move it to a Secret or an external store, and change it.</source>
        <translation>In ein Secret oder einen externen Speicher verlegen und ändern.</translation>
    </message>
    <message>
        <source>Delete the ConfigMap, and change the credential.</source>
        <translation>Die ConfigMap löschen und die Zugangsdaten ändern.</translation>
    </message>
    <message>
        <source>Keep the values in an external store or encrypted, and change them.</source>
        <translation>Die Werte in einem externen Speicher oder verschlüsselt aufbewahren und ändern.</translation>
    </message>
    <message>
        <source>Use server-side apply for Secrets, and remove the annotation.</source>
        <translation>Für Secrets serverseitiges Anwenden (server-side apply) nutzen und die Annotation entfernen.</translation>
    </message>
    <message>
        <source>Name the keys that it needs.</source>
        <translation>Die Schlüssel nennen, die er braucht.</translation>
    </message>
    <message>
        <source>Make sure that the placeholder is replaced before it is applied.</source>
        <translation>Dafür sorgen, dass der Platzhalter vor dem Anwenden ersetzt wird.</translation>
    </message>
    <message>
        <source>Scan the image, and add the report.</source>
        <translation>Das Image scannen und den Bericht hinzufügen.</translation>
    </message>
    <message>
        <source>Move to an image version that holds the fixes.</source>
        <translation>Zu einer Version des Image wechseln, die die Korrekturen enthält.</translation>
    </message>
    <message>
        <source>Scan the image again.</source>
        <translation>Das Image neu scannen.</translation>
    </message>
    <message>
        <source>Scan the image that runs, and name it by digest.</source>
        <translation>Das laufende Image scannen und es per Digest benennen.</translation>
    </message>
    <message>
        <source>See why the scan failed, and scan again.</source>
        <translation>Klären, warum der Scan scheiterte, und neu scannen.</translation>
    </message>
    <message>
        <source>Name the image by digest, or by a fixed version.</source>
        <translation>Das Image per Digest oder mit fester Version benennen.</translation>
    </message>
    <message>
        <source>Name the image by digest, and roll the workload out again.</source>
        <translation>Das Image per Digest benennen und den Workload neu ausrollen.</translation>
    </message>
    <message>
        <source>Enforce the level restricted.</source>
        <translation>Die Stufe restricted durchsetzen.</translation>
    </message>
    <message>
        <source>Enforce the level baseline or restricted.</source>
        <translation>Die Stufe baseline oder restricted durchsetzen.</translation>
    </message>
    <message>
        <source>Set the label pod-security.kubernetes.io/enforce.</source>
        <translation>Das Label pod-security.kubernetes.io/enforce setzen.</translation>
    </message>
    <message>
        <source>Enforce a Pod Security level for the namespace.</source>
        <translation>Eine Pod-Security-Stufe für den Namensraum durchsetzen.</translation>
    </message>
    <message>
        <source>Mend the pods, or the level.</source>
        <translation>Die Pods oder die Stufe in Ordnung bringen.</translation>
    </message>
    <message>
        <source>Move the workload to a namespace of its own, or state what it is.</source>
        <translation>Den Workload in einen eigenen Namensraum verlegen oder angeben, was er ist.</translation>
    </message>
    <message>
        <source>One guarded way in is easier to watch, to limit and to mend than many.</source>
        <translation>Ein bewachter Zugang ist leichter zu beobachten, zu begrenzen und zu beheben als viele.</translation>
    </message>
    <message>
        <source>Present when every entry that reaches beyond the cluster ends at a workload recognised as a gateway, accepted and programmed where a status is in the input. Missing when an entry is shown to end at a pod that is no gateway.</source>
        <translation>Vorhanden, wenn jeder Zugang, der über den Cluster hinaus reicht, an einem als Gateway erkannten Workload endet, angenommen und programmiert, wo ein Status in der Eingabe ist. Fehlt, wenn ein Zugang gezeigt an einem Pod endet, der kein Gateway ist.</translation>
    </message>
    <message>
        <source>A limit per client, or a firewall that blocks, slows guessing, scraping and overload.</source>
        <translation>Eine Grenze je Client oder eine blockierende Firewall bremst Raten, Abgreifen und Überlast.</translation>
    </message>
    <message>
        <source>Present when a per-client rate or concurrency limit, or a web application firewall in blocking mode, is configured on the route. Partial when it counts per replica or only lists addresses.</source>
        <translation>Vorhanden, wenn eine Grenze der Anfragen oder gleichzeitigen Verbindungen je Client oder eine blockierende Web Application Firewall an der Route konfiguriert ist. Teilweise, wenn je Replikat gezählt wird oder nur Adressen aufgeführt sind.</translation>
    </message>
    <message>
        <source>Who is asking decides what may be answered; the caller's workload is a second question.</source>
        <translation>Wer fragt, entscheidet, was beantwortet werden darf; der aufrufende Workload ist eine zweite Frage.</translation>
    </message>
    <message>
        <source>Two facets. User - is the person or client behind the request checked where the outside arrives? Peer - is the calling workload checked at every workload that listens? Peer identity never answers the user question.</source>
        <translation>Zwei Facetten. Nutzer - wird die Person oder der Client hinter der Anfrage geprüft, wo sie von außen ankommt? Gegenstelle - wird der aufrufende Workload an jedem lauschenden Workload geprüft? Die Identität der Gegenstelle beantwortet nie die Frage nach dem Nutzer.</translation>
    </message>
    <message>
        <source>A stolen password alone should not open the door.</source>
        <translation>Ein gestohlenes Passwort allein soll die Tür nicht öffnen.</translation>
    </message>
    <message>
        <source>Present when the identity provider's settings for this client enforce a second factor. No gateway dialect can express it, so without those settings the verdict is unknown.</source>
        <translation>Vorhanden, wenn die Einstellungen des Identitätsanbieters für diesen Client einen zweiten Faktor durchsetzen. Kein Gateway-Dialekt kann das ausdrücken; ohne diese Einstellungen ist das Urteil unbekannt.</translation>
    </message>
    <message>
        <source>A caller that is known should still reach only what it needs.</source>
        <translation>Ein bekannter Aufrufer soll trotzdem nur erreichen, was er braucht.</translation>
    </message>
    <message>
        <source>Present when an effective deny-by-default policy selects the workload and names its callers.</source>
        <translation>Vorhanden, wenn eine wirksame Richtlinie, die grundsätzlich abweist, den Workload auswählt und seine Aufrufer nennt.</translation>
    </message>
    <message>
        <source>Plain text on the way can be read and changed by whoever shares the network.</source>
        <translation>Klartext auf dem Weg kann lesen und ändern, wer das Netz teilt.</translation>
    </message>
    <message>
        <source>Judged for every edge from outside to gateway to service to service, then rolled up by port. Missing only where plain text is shown; partial where plain text is also accepted or the peer is not verified.</source>
        <translation>Beurteilt für jede Kante von außen über Gateway und Dienst zu Dienst, dann nach Port zusammengefasst. Fehlt nur, wo Klartext gezeigt ist; teilweise, wo Klartext auch angenommen oder die Gegenstelle nicht geprüft wird.</translation>
    </message>
    <message>
        <source>After one service falls, the network decides what the attacker can reach next.</source>
        <translation>Ist ein Dienst gefallen, entscheidet das Netz, was der Angreifer als Nächstes erreicht.</translation>
    </message>
    <message>
        <source>Present when network policies restrict both directions and do not let through many more workloads than known calls need. That the cluster's network plugin enforces policies is an assumption.</source>
        <translation>Vorhanden, wenn Netzwerkrichtlinien beide Richtungen beschränken und nicht viel mehr Workloads durchlassen, als bekannte Aufrufe brauchen. Dass das Netzwerk-Plugin des Clusters Richtlinien durchsetzt, ist eine Annahme.</translation>
    </message>
    <message>
        <source>One failing or overloaded service should not take others with it.</source>
        <translation>Ein ausfallender oder überlasteter Dienst soll andere nicht mitreißen.</translation>
    </message>
    <message>
        <source>Two facets. Data - the workload has its own store. Availability - replicas, disruption budget, limits and probes.</source>
        <translation>Zwei Facetten. Daten - der Workload hat einen eigenen Speicher. Verfügbarkeit - Replikate, Disruption-Budget, Limits und Probes.</translation>
    </message>
    <message>
        <source>A hardened container gives an intruder little to work with and no way to the node.</source>
        <translation>Ein gehärteter Container gibt einem Eindringling wenig in die Hand und keinen Weg zum Knoten.</translation>
    </message>
    <message>
        <source>Present when the Pod Security Standards level restricted and a read-only root file system hold for every container. Partial when baseline holds; missing when baseline fails.</source>
        <translation>Vorhanden, wenn die Stufe restricted der Pod Security Standards und ein schreibgeschütztes Wurzeldateisystem für jeden Container gelten. Teilweise, wenn baseline gilt; fehlt, wenn baseline nicht gilt.</translation>
    </message>
    <message>
        <source>The rights of the workload's account are the rights of whoever takes it over.</source>
        <translation>Die Rechte des Kontos eines Workloads sind die Rechte dessen, der ihn übernimmt.</translation>
    </message>
    <message>
        <source>Present when the account has no rights beyond a stated list and its token is mounted only if it has rights.</source>
        <translation>Vorhanden, wenn das Konto keine Rechte über eine genannte Liste hinaus hat und sein Token nur eingehängt ist, wenn es Rechte hat.</translation>
    </message>
    <message>
        <source>A credential in plain configuration is read by everyone who can read the configuration.</source>
        <translation>Zugangsdaten in offener Konfiguration liest jeder, der die Konfiguration lesen kann.</translation>
    </message>
    <message>
        <source>Present when credentials come from Secret or external store references and no credential-like literal stands in env, arguments or ConfigMaps.</source>
        <translation>Vorhanden, wenn Zugangsdaten aus Verweisen auf Secrets oder externe Speicher kommen und in Umgebung, Argumenten oder ConfigMaps nichts steht, das wie Zugangsdaten aussieht.</translation>
    </message>
    <message>
        <source>Known vulnerabilities in an image are the cheapest way in.</source>
        <translation>Bekannte Schwachstellen in einem Image sind der billigste Zugang.</translation>
    </message>
    <message>
        <source>Two facets. Scanned - a report for this digest or an unambiguous tag within the age limit, with no critical or high finding that has a fix. Pinned - the image is named by digest.</source>
        <translation>Zwei Facetten. Gescannt - ein Bericht zu diesem Digest oder einem eindeutigen Tag innerhalb der Frist, ohne behebbaren kritischen oder hohen Befund. Festgelegt - das Image ist per Digest benannt.</translation>
    </message>
    <message>
        <source>Most code of a service was written elsewhere; what is in it must be known.</source>
        <translation>Der meiste Code eines Dienstes wurde anderswo geschrieben; was darin ist, muss bekannt sein.</translation>
    </message>
    <message>
        <source>Present when a bill of materials or dependency scan covers the artifact and was matched against vulnerabilities.</source>
        <translation>Vorhanden, wenn eine Stückliste (SBOM) oder ein Abhängigkeits-Scan das Artefakt abdeckt und mit Schwachstellen abgeglichen wurde.</translation>
    </message>
    <message>
        <source>Static and dynamic tests find what configuration cannot show.</source>
        <translation>Statische und dynamische Tests finden, was Konfiguration nicht zeigen kann.</translation>
    </message>
    <message>
        <source>Present when static and dynamic results cover the service within the age limit with no unaccepted high finding.</source>
        <translation>Vorhanden, wenn statische und dynamische Ergebnisse den Dienst innerhalb der Frist abdecken, ohne offenen hohen Befund.</translation>
    </message>
    <message>
        <source>An attack that nobody sees goes on.</source>
        <translation>Ein Angriff, den niemand sieht, geht weiter.</translation>
    </message>
    <message>
        <source>Present when runtime detection covers the node and namespace and the service's own telemetry is collected. Agents on the host are invisible to the API, so nothing seen is unknown, not missing.</source>
        <translation>Vorhanden, wenn eine Laufzeiterkennung Knoten und Namensraum abdeckt und die Telemetrie des Dienstes gesammelt wird. Agenten auf dem Host sieht die API nicht; nichts gesehen heißt daher unbekannt, nicht fehlt.</translation>
    </message>
    <message>
        <source>A rule at the door keeps the other layers in place tomorrow.</source>
        <translation>Eine Regel an der Tür hält die anderen Schichten auch morgen an ihrem Platz.</translation>
    </message>
    <message>
        <source>Present when an enforced rule selects Pods in this namespace. Audit and warn modes block nothing.</source>
        <translation>Vorhanden, wenn eine durchgesetzte Regel Pods in diesem Namensraum erfasst. Die Modi audit und warn blockieren nichts.</translation>
    </message>
    <message>
        <source>The cluster's network plugin enforces NetworkPolicy.</source>
        <translation>Das Netzwerk-Plugin des Clusters setzt NetworkPolicy durch.</translation>
    </message>
    <message>
        <source>the network plugin's DaemonSet and its configuration</source>
        <translation>das DaemonSet des Netzwerk-Plugins und seine Konfiguration</translation>
    </message>
    <message>
        <source>Istio's MeshConfig has its default values (root namespace istio-system, automatic mTLS on).</source>
        <translation>Istios MeshConfig hat ihre Standardwerte (Wurzel-Namensraum istio-system, automatisches mTLS an).</translation>
    </message>
    <message>
        <source>the ConfigMap istio in istio-system</source>
        <translation>die ConfigMap istio in istio-system</translation>
    </message>
    <message>
        <source>Ingress controllers run with their default flags and configuration.</source>
        <translation>Ingress-Controller laufen mit ihren Standard-Flags und ihrer Standardkonfiguration.</translation>
    </message>
    <message>
        <source>the controller's Deployment and ConfigMap</source>
        <translation>Deployment und ConfigMap des Controllers</translation>
    </message>
    <message>
        <source>Nothing stands in front of the load balancer that the input does not show.</source>
        <translation>Vor dem Load Balancer steht nichts, was die Eingabe nicht zeigt.</translation>
    </message>
    <message>
        <source>the load balancer's or content delivery network's configuration</source>
        <translation>die Konfiguration des Load Balancers oder des Content Delivery Network</translation>
    </message>
    <message>
        <source>Namespaces labelled for injection get their proxies when pods start.</source>
        <translation>Namensräume mit dem Label zur Injektion bekommen ihre Proxys, wenn Pods starten.</translation>
    </message>
    <message>
        <source>the running pods (kubectl get pods -A -o yaml)</source>
        <translation>die laufenden Pods (kubectl get pods -A -o yaml)</translation>
    </message>
    <message>
        <source>The ingress class's controller is the product that the class name suggests.</source>
        <translation>Der Controller der Ingress-Klasse ist das Produkt, das der Name der Klasse nahelegt.</translation>
    </message>
    <message>
        <source>the IngressClass objects (kubectl get ingressclasses -o yaml)</source>
        <translation>die IngressClass-Objekte (kubectl get ingressclasses -o yaml)</translation>
    </message>
    <message>
        <source>The API server enforces no Pod Security level by default.</source>
        <translation>Der API-Server setzt von sich aus keine Pod-Security-Stufe durch.</translation>
    </message>
    <message>
        <source>the API server's admission configuration</source>
        <translation>die Admission-Konfiguration des API-Servers</translation>
    </message>
    <message>
        <source>encryption at rest</source>
        <translation>Verschlüsselung ruhender Daten</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>Datensicherung</translation>
    </message>
    <message>
        <source>audit-log retention</source>
        <translation>Aufbewahrung der Audit-Protokolle</translation>
    </message>
    <message>
        <source>the code's own logic</source>
        <translation>die Logik des Codes</translation>
    </message>
    <message>
        <source>people and process</source>
        <translation>Menschen und Abläufe</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>no</source>
        <translation>keinem</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>one</source>
        <translation>einem</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Eine</translation>
    </message>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>Two</source>
        <translation>Zwei</translation>
    </message>
    <message>
        <source>three</source>
        <translation>drei</translation>
    </message>
    <message>
        <source>Three</source>
        <translation>Drei</translation>
    </message>
    <message>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <source>Four</source>
        <translation>Vier</translation>
    </message>
    <message>
        <source>five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <source>Five</source>
        <translation>Fünf</translation>
    </message>
    <message>
        <source>six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <source>Six</source>
        <translation>Sechs</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sieben</translation>
    </message>
    <message>
        <source>Seven</source>
        <translation>Sieben</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>acht</translation>
    </message>
    <message>
        <source>Eight</source>
        <translation>Acht</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>neun</translation>
    </message>
    <message>
        <source>Nine</source>
        <translation>Neun</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>zehn</translation>
    </message>
    <message>
        <source>Ten</source>
        <translation>Zehn</translation>
    </message>
    <message>
        <source>eleven</source>
        <translation>elf</translation>
    </message>
    <message>
        <source>Eleven</source>
        <translation>Elf</translation>
    </message>
    <message>
        <source>twelve</source>
        <translation>zwölf</translation>
    </message>
    <message>
        <source>Twelve</source>
        <translation>Zwölf</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>gescannt</translation>
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
        <source>detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>telemetry</source>
        <translation>Telemetrie</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>Port %1</translation>
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
        <source>port not shown</source>
        <translation>Port nicht gezeigt</translation>
    </message>
    <message>
        <source>connection that no network policy forbids, after a compromise</source>
        <translation>Verbindung, die keine Netzwerkrichtlinie verbietet, nach einer Übernahme</translation>
    </message>
    <message>
        <source>judged on its routes</source>
        <translation>an seinen Routen beurteilt</translation>
    </message>
    <message>
        <source>declared call</source>
        <translation>erklärter Aufruf</translation>
    </message>
    <message>
        <source>declared call through Service %1</source>
        <translation>erklärter Aufruf über Service %1</translation>
    </message>
    <message>
        <source>inferred call</source>
        <translation>abgeleiteter Aufruf</translation>
    </message>
    <message>
        <source>inferred call through Service %1</source>
        <translation>abgeleiteter Aufruf über Service %1</translation>
    </message>
    <message>
        <source>observed call</source>
        <translation>beobachteter Aufruf</translation>
    </message>
    <message>
        <source>observed call through Service %1</source>
        <translation>beobachteter Aufruf über Service %1</translation>
    </message>
    <message>
        <source>latent call</source>
        <translation>latenter Aufruf</translation>
    </message>
    <message>
        <source>latent call through Service %1</source>
        <translation>latenter Aufruf über Service %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>hingenommen</translation>
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
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>wieder offen</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Nothing to look along yet.</source>
        <extracomment>The first sentence, counts, titles</extracomment>
        <translation>Noch nichts zu betrachten.</translation>
    </message>
    <message>
        <source>One way in reaches %1 with no check in front.</source>
        <translation>Ein Zugang führt zu %1, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>%W1 ways in reach %2 with no check in front.</source>
        <translation>%W1 Zugänge führen zu %2, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>One way in reaches %W1 of %W2 services with no check in front.</source>
        <translation>Ein Zugang führt zu %W1 von %W2 Diensten, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>%W1 ways in reach %W2 of %W3 services with no check in front.</source>
        <translation>%W1 Zugänge führen zu %W2 von %W3 Diensten, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>One way in reaches one of one service with no check in front.</source>
        <translation>Ein Zugang führt zum einzigen Dienst, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>%W1 ways in reach one of one service with no check in front.</source>
        <translation>%W1 Zugänge führen zum einzigen Dienst, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>One way in reaches %1 through other services with no check in front.</source>
        <translation>Ein Zugang führt über andere Dienste zu %1, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>%W1 ways in reach %2 through other services with no check in front.</source>
        <translation>%W1 Zugänge führen über andere Dienste zu %2, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>One way in reaches %W1 of %W2 services through other services with no check in front.</source>
        <translation>Ein Zugang führt über andere Dienste zu %W1 von %W2 Diensten, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>%W1 ways in reach %W2 of %W3 services through other services with no check in front.</source>
        <translation>%W1 Zugänge führen über andere Dienste zu %W2 von %W3 Diensten, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>One way in reaches one of one service through other services with no check in front.</source>
        <translation>Ein Zugang führt über andere Dienste zum einzigen Dienst, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>%W1 ways in reach one of one service through other services with no check in front.</source>
        <translation>%W1 Zugänge führen über andere Dienste zum einzigen Dienst, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>1 finding in %L1; the most serious: %L2.</source>
        <translation>1 Befund in %L1; der schwerste: %L2.</translation>
    </message>
    <message>
        <source>%1 findings in %L2; the most serious: %L3.</source>
        <translation>%1 Befunde in %L2; der schwerste: %L3.</translation>
    </message>
    <message>
        <source>this service</source>
        <translation>diesem Dienst</translation>
    </message>
    <message>
        <source>these %1 services</source>
        <translation>diesen %1 Diensten</translation>
    </message>
    <message>
        <source>No gap found in %L1.</source>
        <translation>Keine Lücke in %L1 gefunden.</translation>
    </message>
    <message>
        <source>All required layers were decided.</source>
        <translation>Alle verlangten Schichten wurden entschieden.</translation>
    </message>
    <message>
        <source>No gap found, but 1 verdict is unknown.</source>
        <translation>Keine Lücke gefunden, aber 1 Urteil ist unbekannt.</translation>
    </message>
    <message>
        <source>No gap found, but %1 verdicts are unknown.</source>
        <translation>Keine Lücke gefunden, aber %1 Urteile sind unbekannt.</translation>
    </message>
    <message>
        <source>One input would settle them.</source>
        <translation>Eine Eingabe würde sie klären.</translation>
    </message>
    <message>
        <source>%W1 inputs would settle them.</source>
        <translation>%W1 Eingaben würden sie klären.</translation>
    </message>
    <message>
        <source>%W1 subjects</source>
        <translation>%W1 Subjekte</translation>
    </message>
    <message>
        <source>%W1 workloads in %W2 namespaces</source>
        <translation>%W1 Workloads in %W2 Namensräumen</translation>
    </message>
    <message>
        <source>%W1 workloads in %2</source>
        <translation>%W1 Workloads in %2</translation>
    </message>
    <message>
        <source>%W1 more</source>
        <translation>%W1 weitere</translation>
    </message>
    <message>
        <source>And %1 more of the kind.</source>
        <translation>Und %1 weitere dieser Art.</translation>
    </message>
    <message>
        <source>The same holds for 1 more subject.</source>
        <translation>Dasselbe gilt für 1 weiteres Subjekt.</translation>
    </message>
    <message>
        <source>The same holds for %1 more subjects.</source>
        <translation>Dasselbe gilt für %1 weitere Subjekte.</translation>
    </message>
    <message>
        <source>if confidential</source>
        <translation>wenn vertraulich</translation>
    </message>
    <message>
        <source>accepted until %1</source>
        <extracomment>Decisions of the review</extracomment>
        <translation>hingenommen bis %1</translation>
    </message>
    <message>
        <source>mitigated until %1</source>
        <translation>gemindert bis %1</translation>
    </message>
    <message>
        <source>false positive until %1</source>
        <translation>Fehlalarm bis %1</translation>
    </message>
    <message>
        <source>needs work until %1</source>
        <translation>zu bearbeiten bis %1</translation>
    </message>
    <message>
        <source>the decision expired on %1</source>
        <translation>die Entscheidung ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>abgelaufen am %1</translation>
    </message>
    <message>
        <source>expires today</source>
        <translation>läuft heute ab</translation>
    </message>
    <message>
        <source>expires in 1 day</source>
        <translation>läuft in 1 Tag ab</translation>
    </message>
    <message>
        <source>expires in %1 days</source>
        <translation>läuft in %1 Tagen ab</translation>
    </message>
    <message>
        <source>severity rose from high to critical</source>
        <translation>die Schwere stieg von hoch auf kritisch</translation>
    </message>
    <message>
        <source>severity rose from medium to critical</source>
        <translation>die Schwere stieg von mittel auf kritisch</translation>
    </message>
    <message>
        <source>severity rose from medium to high</source>
        <translation>die Schwere stieg von mittel auf hoch</translation>
    </message>
    <message>
        <source>severity rose from low to critical</source>
        <translation>die Schwere stieg von niedrig auf kritisch</translation>
    </message>
    <message>
        <source>severity rose from low to high</source>
        <translation>die Schwere stieg von niedrig auf hoch</translation>
    </message>
    <message>
        <source>severity rose from low to medium</source>
        <translation>die Schwere stieg von niedrig auf mittel</translation>
    </message>
    <message>
        <source>severity rose from info to critical</source>
        <translation>die Schwere stieg von Hinweis auf kritisch</translation>
    </message>
    <message>
        <source>severity rose from info to high</source>
        <translation>die Schwere stieg von Hinweis auf hoch</translation>
    </message>
    <message>
        <source>severity rose from info to medium</source>
        <translation>die Schwere stieg von Hinweis auf mittel</translation>
    </message>
    <message>
        <source>severity rose from info to low</source>
        <translation>die Schwere stieg von Hinweis auf niedrig</translation>
    </message>
    <message>
        <source>1 more subject: %L1</source>
        <translation>1 weiteres Subjekt: %L1</translation>
    </message>
    <message>
        <source>%1 more subjects: %L2</source>
        <translation>%1 weitere Subjekte: %L2</translation>
    </message>
    <message>
        <source>1 line of evidence is new or changed</source>
        <translation>1 Belegzeile ist neu oder geändert</translation>
    </message>
    <message>
        <source>%1 lines of evidence are new or changed</source>
        <translation>%1 Belegzeilen sind neu oder geändert</translation>
    </message>
    <message>
        <source>no finding with this id now</source>
        <translation>kein Befund mit dieser Kennung mehr</translation>
    </message>
    <message>
        <source>the workload is not in the input</source>
        <translation>der Workload ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>no such route is in the input</source>
        <translation>keine solche Route ist in der Eingabe</translation>
    </message>
    <message>
        <source>nothing of this name is in the input</source>
        <translation>nichts dieses Namens ist in der Eingabe</translation>
    </message>
    <message>
        <source>the report is not in the input</source>
        <translation>der Bericht ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>there is no such layer</source>
        <translation>eine solche Schicht gibt es nicht</translation>
    </message>
    <message>
        <source>the input decides it: present</source>
        <translation>die Eingabe entscheidet es: vorhanden</translation>
    </message>
    <message>
        <source>the input decides it: partial</source>
        <translation>die Eingabe entscheidet es: teilweise</translation>
    </message>
    <message>
        <source>the input decides it: missing</source>
        <translation>die Eingabe entscheidet es: fehlt</translation>
    </message>
    <message>
        <source>the input decides it: unknown</source>
        <translation>die Eingabe entscheidet es: unbekannt</translation>
    </message>
    <message>
        <source>the input decides it: not applicable</source>
        <translation>die Eingabe entscheidet es: nicht anwendbar</translation>
    </message>
    <message>
        <source>only a report of exactly one thing can be joined by hand</source>
        <translation>nur ein Bericht über genau eine Sache lässt sich von Hand zuordnen</translation>
    </message>
    <message>
        <source>the input decides: the report is of another build of the image</source>
        <translation>die Eingabe entscheidet: der Bericht ist von einem anderen Stand des Image</translation>
    </message>
    <message>
        <source>no image of this name is in use, or the report holds no result</source>
        <translation>kein Image dieses Namens ist in Gebrauch, oder der Bericht enthält kein Ergebnis</translation>
    </message>
    <message>
        <source>Stated in the review.</source>
        <translation>Im Review ausgesagt.</translation>
    </message>
    <message>
        <source>Stated in the review (%1).</source>
        <translation>Im Review ausgesagt (%1).</translation>
    </message>
    <message>
        <source>Stated in the review: %1</source>
        <translation>Im Review ausgesagt: %1</translation>
    </message>
    <message>
        <source>Stated in the review (%1): %2</source>
        <translation>Im Review ausgesagt (%1): %2</translation>
    </message>
    <message>
        <source>Proof: %1.</source>
        <translation>Nachweis: %1.</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Bis %1.</translation>
    </message>
    <message>
        <source>confirmed in the review</source>
        <translation>im Review bestätigt</translation>
    </message>
    <message>
        <source>confirmed in the review (%1)</source>
        <translation>im Review bestätigt (%1)</translation>
    </message>
    <message>
        <source>no %1 among the %2 objects read</source>
        <extracomment>What was searched, and what would settle it</extracomment>
        <translation>kein %1 unter den %2 gelesenen Objekten</translation>
    </message>
    <message>
        <source>1 %1 among the %2 objects read</source>
        <translation>1 %1 unter den %2 gelesenen Objekten</translation>
    </message>
    <message>
        <source>no %1 in namespace %2 among the %3 objects read</source>
        <translation>kein %1 im Namensraum %2 unter den %3 gelesenen Objekten</translation>
    </message>
    <message>
        <source>1 %1 in namespace %2 among the %3 objects read</source>
        <translation>1 %1 im Namensraum %2 unter den %3 gelesenen Objekten</translation>
    </message>
    <message>
        <source>%1 objects of kind %2 among the %3 objects read</source>
        <translation>%1 Objekte der Art %2 unter den %3 gelesenen Objekten</translation>
    </message>
    <message>
        <source>%1 objects of kind %2 in namespace %3 among the %4 objects read</source>
        <translation>%1 Objekte der Art %2 im Namensraum %3 unter den %4 gelesenen Objekten</translation>
    </message>
    <message>
        <source>%L1, and %L2</source>
        <translation>%L1, und %L2</translation>
    </message>
    <message>
        <source>1 entry and %L1</source>
        <translation>1 Zugang und %L1</translation>
    </message>
    <message>
        <source>%1 entries and %L2</source>
        <translation>%1 Zugänge und %L2</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 Aufruf</translation>
    </message>
    <message>
        <source>%W1 calls</source>
        <translation>%W1 Aufrufe</translation>
    </message>
    <message>
        <source>the entries that end at its ports</source>
        <translation>die Zugänge, die an seinen Ports enden</translation>
    </message>
    <message>
        <source>the tls settings of the route and of its listener</source>
        <translation>die TLS-Einstellungen der Route und ihres Listeners</translation>
    </message>
    <message>
        <source>the route's own settings and the gateway's</source>
        <translation>die Einstellungen der Route und des Gateways</translation>
    </message>
    <message>
        <source>its arguments and environment</source>
        <translation>seine Argumente und seine Umgebung</translation>
    </message>
    <message>
        <source>1 environment, argument and ConfigMap setting</source>
        <translation>1 Einstellung aus Umgebung, Argumenten und ConfigMaps</translation>
    </message>
    <message>
        <source>%1 environment, argument and ConfigMap settings</source>
        <translation>%1 Einstellungen aus Umgebung, Argumenten und ConfigMaps</translation>
    </message>
    <message>
        <source>1 workload of its namespace</source>
        <translation>1 Workload seines Namensraums</translation>
    </message>
    <message>
        <source>%1 workloads of its namespace</source>
        <translation>%1 Workloads seines Namensraums</translation>
    </message>
    <message>
        <source>the network policies of namespace %1</source>
        <translation>die Netzwerkrichtlinien des Namensraums %1</translation>
    </message>
    <message>
        <source>owners of the workloads that share the store</source>
        <translation>die Eigner der Workloads, die sich den Speicher teilen</translation>
    </message>
    <message>
        <source>the class of %1 and its controller</source>
        <translation>die Klasse von %1 und ihr Controller</translation>
    </message>
    <message>
        <source>the settings of the check on %1</source>
        <translation>die Einstellungen der Prüfung an %1</translation>
    </message>
    <message>
        <source>the mesh configuration that defines the provider</source>
        <translation>die Mesh-Konfiguration, die den Anbieter festlegt</translation>
    </message>
    <message>
        <source>a statement by the owner whether the application signs users in</source>
        <translation>eine Aussage des Eigners, ob die Anwendung Nutzer anmeldet</translation>
    </message>
    <message>
        <source>a statement by the owner how callers are checked</source>
        <translation>eine Aussage des Eigners, wie Aufrufer geprüft werden</translation>
    </message>
    <message>
        <source>the caller's TLS setting, or proxies in its pods</source>
        <translation>die TLS-Einstellung des Aufrufers oder Proxys in seinen Pods</translation>
    </message>
    <message>
        <source>the client's TLS setting</source>
        <translation>die TLS-Einstellung des Clients</translation>
    </message>
    <message>
        <source>the gateway's listeners and certificates</source>
        <translation>die Listener und Zertifikate des Gateways</translation>
    </message>
    <message>
        <source>the server's TLS setting, or a mesh in front of it</source>
        <translation>die TLS-Einstellung des Servers oder ein Mesh davor</translation>
    </message>
    <message>
        <source>the namespaces' labels</source>
        <translation>die Labels der Namensräume</translation>
    </message>
    <message>
        <source>the ports that serve callers</source>
        <translation>die Ports, die Aufrufer bedienen</translation>
    </message>
    <message>
        <source>Services, Ingresses and Gateways of every namespace</source>
        <translation>Services, Ingresses und Gateways aller Namensräume</translation>
    </message>
    <message>
        <source>the gateway controller's settings for %1</source>
        <translation>die Einstellungen des Gateway-Controllers für %1</translation>
    </message>
    <message>
        <source>the identity provider's settings</source>
        <translation>die Einstellungen des Identitätsanbieters</translation>
    </message>
    <message>
        <source>the settings of %1</source>
        <translation>die Einstellungen von %1</translation>
    </message>
    <message>
        <source>the class, its controller and the route's status</source>
        <translation>die Klasse, ihr Controller und der Status der Route</translation>
    </message>
    <message>
        <source>the gateway's class, controller and status</source>
        <translation>Klasse, Controller und Status des Gateways</translation>
    </message>
    <message>
        <source>the API server's admission configuration</source>
        <translation>die Admission-Konfiguration des API-Servers</translation>
    </message>
    <message>
        <source>the mesh's authorization policies</source>
        <translation>die Autorisierungsrichtlinien des Mesh</translation>
    </message>
    <message>
        <source>a dependency scan or bill of materials, matched against vulnerabilities</source>
        <translation>ein Abhängigkeits-Scan oder eine Stückliste (SBOM), abgeglichen mit Schwachstellen</translation>
    </message>
    <message>
        <source>the pods of %1</source>
        <translation>die Pods von %1</translation>
    </message>
    <message>
        <source>an image report for %1</source>
        <translation>ein Image-Bericht für %1</translation>
    </message>
    <message>
        <source>an image report for each image</source>
        <translation>ein Image-Bericht für jedes Image</translation>
    </message>
    <message>
        <source>the cloud role's policies</source>
        <translation>die Richtlinien der Cloud-Rolle</translation>
    </message>
    <message>
        <source>roles and bindings</source>
        <translation>Rollen und Bindungen</translation>
    </message>
    <message>
        <source>a statement which runtime detection and telemetry cover it</source>
        <translation>eine Aussage, welche Laufzeiterkennung und Telemetrie ihn abdecken</translation>
    </message>
    <message>
        <source>ConfigMaps of namespace %1</source>
        <translation>die ConfigMaps des Namensraums %1</translation>
    </message>
    <message>
        <source>static and dynamic test results</source>
        <translation>Ergebnisse statischer und dynamischer Tests</translation>
    </message>
    <message>
        <source>The input holds no workload, so nothing was decided.</source>
        <extracomment>Reach</extracomment>
        <translation>Die Eingabe enthält keinen Workload, also wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>No gap is shown in the model.</source>
        <translation>Im Modell ist keine Lücke gezeigt.</translation>
    </message>
    <message>
        <source>The outside reaches it directly: %L1.</source>
        <translation>Von außen direkt erreichbar: %L1.</translation>
    </message>
    <message>
        <source>The outside reaches it through services that call it: %L1.</source>
        <translation>Von außen über Dienste erreichbar, die ihn aufrufen: %L1.</translation>
    </message>
    <message>
        <source>route %1</source>
        <translation>Route %1</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Zugang %1</translation>
    </message>
    <message>
        <source>calls of %1</source>
        <translation>Aufrufe von %1</translation>
    </message>
    <message>
        <source>No direct or relayed path from outside the cluster was found.</source>
        <translation>Kein direkter oder weitergereichter Weg von außerhalb des Clusters wurde gefunden.</translation>
    </message>
    <message>
        <source>No way in was seen, but not every kind that can make one was read.</source>
        <translation>Kein Zugang wurde gesehen, aber nicht jede Art, die einen schaffen kann, wurde gelesen.</translation>
    </message>
    <message>
        <source>node %1 has the public address %2</source>
        <translation>Knoten %1 hat die öffentliche Adresse %2</translation>
    </message>
    <message>
        <source>every address of a node, and no node in the input shows a public one</source>
        <translation>jede Adresse eines Knotens; kein Knoten der Eingabe zeigt eine öffentliche</translation>
    </message>
    <message>
        <source>the address %1 is public</source>
        <translation>die Adresse %1 ist öffentlich</translation>
    </message>
    <message>
        <source>the address %1 is private</source>
        <translation>die Adresse %1 ist privat</translation>
    </message>
    <message>
        <source>an annotation asks for an internal load balancer</source>
        <translation>eine Annotation verlangt einen internen Load Balancer</translation>
    </message>
    <message>
        <source>an annotation asks for an internet-facing load balancer</source>
        <translation>eine Annotation verlangt einen Load Balancer zum Internet</translation>
    </message>
    <message>
        <source>its source ranges admit private addresses only</source>
        <translation>seine Quellbereiche lassen nur private Adressen zu</translation>
    </message>
    <message>
        <source>a load balancer; neither its address nor an annotation in the input shows from where it is reachable</source>
        <translation>ein Load Balancer; weder seine Adresse noch eine Annotation der Eingabe zeigt, von wo er erreichbar ist</translation>
    </message>
    <message>
        <source>neither an address nor a Service of the gateway in the input shows from where it is reachable</source>
        <translation>weder eine Adresse noch ein Service des Gateways in der Eingabe zeigt, von wo es erreichbar ist</translation>
    </message>
    <message>
        <source>%1 opens a way in from outside that needs no Service; who may use it is decided at its other end</source>
        <translation>%1 öffnet einen Zugang von außen, der keinen Service braucht; wer ihn benutzen darf, entscheidet das andere Ende</translation>
    </message>
    <message>
        <source>%L1; the node port goes round the load balancer</source>
        <translation>%L1; der Node-Port führt am Load Balancer vorbei</translation>
    </message>
    <message>
        <source>its external addresses do not show from where they are reachable</source>
        <translation>seine externen Adressen zeigen nicht, von wo sie erreichbar sind</translation>
    </message>
    <message>
        <source>no label, and no word of its name says otherwise</source>
        <translation>kein Label und kein Wort seines Namens sagt anderes</translation>
    </message>
    <message>
        <source>The workload is the gateway.</source>
        <extracomment>Gateway</extracomment>
        <translation>Der Workload ist das Gateway.</translation>
    </message>
    <message>
        <source>The workload listens on no port.</source>
        <translation>Der Workload lauscht an keinem Port.</translation>
    </message>
    <message>
        <source>No way in from outside the cluster leads here.</source>
        <translation>Kein Zugang von außerhalb des Clusters führt hierher.</translation>
    </message>
    <message>
        <source>Every way in from outside ends at a gateway first: %L1.</source>
        <translation>Jeder Zugang von außen endet zuerst an einem Gateway: %L1.</translation>
    </message>
    <message>
        <source>The gateway %1 is not programmed: its status says so.</source>
        <translation>Das Gateway %1 ist nicht programmiert: sein Status sagt es.</translation>
    </message>
    <message>
        <source>Routes lead here; the status of the gateway %1 says that no controller has taken it up yet.</source>
        <translation>Routen führen hierher; der Status des Gateways %1 sagt, dass es noch kein Controller übernommen hat.</translation>
    </message>
    <message>
        <source>Routes lead here; whether a gateway serves them cannot be told: %L1.</source>
        <translation>Routen führen hierher; ob ein Gateway sie bedient, ist unklar: %L1.</translation>
    </message>
    <message>
        <source>the controller is not in the input</source>
        <translation>der Controller ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>the gateway's controller is not in the input</source>
        <translation>der Controller des Gateways ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>the controller's own settings are not in the input</source>
        <translation>die Einstellungen des Controllers sind nicht in der Eingabe</translation>
    </message>
    <message>
        <source>the gateway that serves it is not in the input</source>
        <translation>das Gateway, das sie bedient, ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>EnvoyFilter objects are in the input, which are not read</source>
        <translation>in der Eingabe stehen EnvoyFilter-Objekte, die nicht gelesen werden</translation>
    </message>
    <message>
        <source>no pod in the input has the labels that it selects</source>
        <translation>kein Pod der Eingabe hat die Labels, die es auswählt</translation>
    </message>
    <message>
        <source>no workload in the input is known as the controller of its class</source>
        <translation>kein Workload der Eingabe ist als Controller seiner Klasse bekannt</translation>
    </message>
    <message>
        <source>no class is written, and the input holds no default class</source>
        <translation>keine Klasse ist angegeben, und die Eingabe enthält keine Standardklasse</translation>
    </message>
    <message>
        <source>the class %1 is not in the input</source>
        <translation>die Klasse %1 ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>it names no class</source>
        <translation>es nennt keine Klasse</translation>
    </message>
    <message>
        <source>its class %1 is not in the input</source>
        <translation>seine Klasse %1 ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>the router is not in the input</source>
        <translation>der Router ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>%1 opens a port of every node straight to this workload, which is no gateway.</source>
        <translation>%1 öffnet einen Port jedes Knotens und führt direkt zu diesem Workload, der kein Gateway ist.</translation>
    </message>
    <message>
        <source>%1 opens a port of every node and goes round the gateway, where other requests pass %L2.</source>
        <translation>%1 öffnet einen Port jedes Knotens und führt am Gateway vorbei, wo andere Anfragen %L2 durchlaufen.</translation>
    </message>
    <message>
        <source>%1 opens port %2 of every node straight to this workload, which is no gateway.</source>
        <translation>%1 öffnet Port %2 jedes Knotens und führt direkt zu diesem Workload, der kein Gateway ist.</translation>
    </message>
    <message>
        <source>%1 opens port %2 of every node and goes round the gateway, where other requests pass %L3.</source>
        <translation>%1 öffnet Port %2 jedes Knotens und führt am Gateway vorbei, wo andere Anfragen %L3 durchlaufen.</translation>
    </message>
    <message>
        <source>%1 takes port %2 of its node straight to this workload, which is no gateway.</source>
        <translation>%1 belegt Port %2 seines Knotens und führt direkt zu diesem Workload, der kein Gateway ist.</translation>
    </message>
    <message>
        <source>%1 takes port %2 of its node and goes round the gateway, where other requests pass %L3.</source>
        <translation>%1 belegt Port %2 seines Knotens und führt am Gateway vorbei, wo andere Anfragen %L3 durchlaufen.</translation>
    </message>
    <message>
        <source>%1 listens on its node's own network straight to this workload, which is no gateway.</source>
        <translation>%1 lauscht im Netz seines Knotens und führt direkt zu diesem Workload, der kein Gateway ist.</translation>
    </message>
    <message>
        <source>%1 listens on its node's own network and goes round the gateway, where other requests pass %L2.</source>
        <translation>%1 lauscht im Netz seines Knotens und führt am Gateway vorbei, wo andere Anfragen %L2 durchlaufen.</translation>
    </message>
    <message>
        <source>%1 answers on external addresses straight to this workload, which is no gateway.</source>
        <translation>%1 antwortet an externen Adressen und führt direkt zu diesem Workload, der kein Gateway ist.</translation>
    </message>
    <message>
        <source>%1 answers on external addresses and goes round the gateway, where other requests pass %L2.</source>
        <translation>%1 antwortet an externen Adressen und führt am Gateway vorbei, wo andere Anfragen %L2 durchlaufen.</translation>
    </message>
    <message>
        <source>%1 is a load balancer straight to this workload, which is no gateway.</source>
        <translation>%1 ist ein Load Balancer und führt direkt zu diesem Workload, der kein Gateway ist.</translation>
    </message>
    <message>
        <source>%1 is a load balancer and goes round the gateway, where other requests pass %L2.</source>
        <translation>%1 ist ein Load Balancer und führt am Gateway vorbei, wo andere Anfragen %L2 durchlaufen.</translation>
    </message>
    <message>
        <source>A tunnel agent opens a way in that needs no Service: it leads straight to this workload, which is no gateway.</source>
        <translation>Ein Tunnel-Agent öffnet einen Zugang, der keinen Service braucht: er führt direkt zu diesem Workload, der kein Gateway ist.</translation>
    </message>
    <message>
        <source>A tunnel agent opens a way in that needs no Service: it leads and goes round the gateway, where other requests pass %L1.</source>
        <translation>Ein Tunnel-Agent öffnet einen Zugang, der keinen Service braucht: er führt am Gateway vorbei, wo andere Anfragen %L1 durchlaufen.</translation>
    </message>
    <message>
        <source>the check at %L1</source>
        <translation>die Prüfung an %L1</translation>
    </message>
    <message>
        <source>the rule that names who may call</source>
        <translation>die Regel, wer aufrufen darf</translation>
    </message>
    <message>
        <source>the limit on how often a client may ask</source>
        <translation>die Grenze, wie oft ein Client anfragen darf</translation>
    </message>
    <message>
        <source>An inner port (%1) is published beside the service's own.</source>
        <translation>Ein innerer Port (%1) ist neben dem des Dienstes veröffentlicht.</translation>
    </message>
    <message>
        <source>No gateway serves this route: %L1.</source>
        <translation>Kein Gateway bedient diese Route: %L1.</translation>
    </message>
    <message>
        <source>A gateway serves this route.</source>
        <translation>Ein Gateway bedient diese Route.</translation>
    </message>
    <message>
        <source>Whether a gateway serves this route cannot be told.</source>
        <translation>Ob ein Gateway diese Route bedient, ist unklar.</translation>
    </message>
    <message>
        <source>Whether a gateway serves this route cannot be told: %L1.</source>
        <translation>Ob ein Gateway diese Route bedient, ist unklar: %L1.</translation>
    </message>
    <message>
        <source>it asks for no gateway</source>
        <translation>sie verlangt kein Gateway</translation>
    </message>
    <message>
        <source>it is a canary, and no main route of the same host and path is in the input</source>
        <translation>sie ist ein Canary, und keine Hauptroute mit gleichem Host und Pfad ist in der Eingabe</translation>
    </message>
    <message>
        <source>its status says that the router does not admit it</source>
        <translation>ihr Status sagt, dass der Router sie nicht zulässt</translation>
    </message>
    <message>
        <source>its status says that the gateway does not accept it</source>
        <translation>ihr Status sagt, dass das Gateway sie nicht annimmt</translation>
    </message>
    <message>
        <source>the Gateway whose listeners the ListenerSet extends is not in the input</source>
        <translation>das Gateway, dessen Listener das ListenerSet erweitert, ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>its Gateway does not let the ListenerSet extend it</source>
        <translation>ihr Gateway lässt sich vom ListenerSet nicht erweitern</translation>
    </message>
    <message>
        <source>the labels of the ListenerSet's namespace are not in the input</source>
        <translation>die Labels des Namensraums des ListenerSet sind nicht in der Eingabe</translation>
    </message>
    <message>
        <source>the gateway has no listener of the name or port that the route asks for</source>
        <translation>das Gateway hat keinen Listener mit dem Namen oder Port, den die Route verlangt</translation>
    </message>
    <message>
        <source>the labels of the route's namespace are not in the input</source>
        <translation>die Labels des Namensraums der Route sind nicht in der Eingabe</translation>
    </message>
    <message>
        <source>no listener of the gateway allows this kind of route from its namespace</source>
        <translation>kein Listener des Gateways erlaubt diese Art Route aus ihrem Namensraum</translation>
    </message>
    <message>
        <source>no listener of the gateway serves the route's host names</source>
        <translation>kein Listener des Gateways bedient die Hostnamen der Route</translation>
    </message>
    <message>
        <source>the %1 that it asks for is not in the input</source>
        <translation>das verlangte %1 ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>%1 sends requests to %2, which is %L3.</source>
        <translation>%1 schickt Anfragen an %2: %L3.</translation>
    </message>
    <message>
        <source>no Service of this cluster</source>
        <translation>kein Service dieses Clusters</translation>
    </message>
    <message>
        <source>no Service but a %1, which is not followed</source>
        <translation>kein Service, sondern %1, dem nicht gefolgt wird</translation>
    </message>
    <message>
        <source>in another namespace, and no ReferenceGrant permits it</source>
        <translation>in einem anderen Namensraum, und kein ReferenceGrant erlaubt es</translation>
    </message>
    <message>
        <source>not in the input</source>
        <translation>nicht in der Eingabe</translation>
    </message>
    <message>
        <source>a Service without the port that the route names</source>
        <translation>ein Service ohne den Port, den die Route nennt</translation>
    </message>
    <message>
        <source>%1 leads to %L2: open, shown.</source>
        <translation>%1 führt zu %L2: offen, gezeigt.</translation>
    </message>
    <message>
        <source>%1 leads to %L2 with no check in front of the application.</source>
        <translation>%1 führt zu %L2, keine Prüfung vor der Anwendung.</translation>
    </message>
    <message>
        <source>A route shows %1 to the outside with no check in front.</source>
        <translation>Eine Route zeigt %1 nach außen, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>A route shows %1 of %L2 to the outside with no check in front.</source>
        <translation>Eine Route zeigt %1 von %L2 nach außen, keine Prüfung davor.</translation>
    </message>
    <message>
        <source>The path of a probe, %1, is published by a route.</source>
        <translation>Der Pfad einer Probe, %1, ist durch eine Route veröffentlicht.</translation>
    </message>
    <message>
        <source>%1 gets no fixes any more: its project ended maintenance in March 2026.</source>
        <translation>%1 erhält keine Korrekturen mehr: das Projekt hat die Pflege im März 2026 beendet.</translation>
    </message>
    <message>
        <source>Routes name no class, and no controller that serves it was seen among the pods.</source>
        <translation>Routen nennen keine Klasse, und unter den Pods wurde kein Controller gesehen, der sie bedient.</translation>
    </message>
    <message>
        <source>Routes name the class %1, and no controller that serves it was seen among the pods.</source>
        <translation>Routen nennen die Klasse %1, und unter den Pods wurde kein Controller gesehen, der sie bedient.</translation>
    </message>
    <message>
        <source>Configured and running differ: the status of %1 says that it is not accepted.</source>
        <translation>Konfiguriert und laufend unterscheiden sich: der Status von %1 sagt, dass es nicht angenommen ist.</translation>
    </message>
    <message>
        <source>Configured and running differ: the status of %1 says that it is not programmed.</source>
        <translation>Konfiguriert und laufend unterscheiden sich: der Status von %1 sagt, dass es nicht programmiert ist.</translation>
    </message>
    <message>
        <source>Configured and running differ: the status of %1 says that no controller has taken it up yet.</source>
        <translation>Konfiguriert und laufend unterscheiden sich: der Status von %1 sagt, dass es noch kein Controller übernommen hat.</translation>
    </message>
    <message>
        <source>Configured and running differ: Service %1 has no ready endpoint.</source>
        <translation>Konfiguriert und laufend unterscheiden sich: Service %1 hat keinen bereiten Endpunkt.</translation>
    </message>
    <message>
        <source>Configured and running differ: %L1.</source>
        <translation>Konfiguriert und laufend unterscheiden sich: %L1.</translation>
    </message>
    <message>
        <source>The network policy %1 selects `%2`, which none of the %3 workloads of %4 in the input has.</source>
        <translation>Die Netzwerkrichtlinie %1 wählt `%2` aus, das keiner der %3 Workloads von %4 in der Eingabe hat.</translation>
    </message>
    <message>
        <source>The network policy %1 selects `%2`, which none of the 1 workload of %3 in the input has.</source>
        <translation>Die Netzwerkrichtlinie %1 wählt `%2` aus, das der eine Workload von %3 in der Eingabe nicht hat.</translation>
    </message>
    <message>
        <source>The authorization policy %1 selects `%2`, which none of the %3 workloads of %4 in the input has.</source>
        <translation>Die Autorisierungsrichtlinie %1 wählt `%2` aus, das keiner der %3 Workloads von %4 in der Eingabe hat.</translation>
    </message>
    <message>
        <source>The authorization policy %1 selects `%2`, which none of the 1 workload of %3 in the input has.</source>
        <translation>Die Autorisierungsrichtlinie %1 wählt `%2` aus, das der eine Workload von %3 in der Eingabe nicht hat.</translation>
    </message>
    <message>
        <source>it selects `%1`; the workload has `%2`</source>
        <translation>sie wählt `%1` aus; der Workload hat `%2`</translation>
    </message>
    <message>
        <source>Limits are judged on the routes that this gateway serves.</source>
        <extracomment>Abuse protection</extracomment>
        <translation>Grenzen werden an den Routen beurteilt, die dieses Gateway bedient.</translation>
    </message>
    <message>
        <source>Whether the outside arrives here cannot be told.</source>
        <translation>Ob hier etwas von außen ankommt, ist unklar.</translation>
    </message>
    <message>
        <source>Requests arrive straight at the workload; no gateway stands there to limit them.</source>
        <translation>Anfragen kommen direkt am Workload an; kein Gateway begrenzt sie dort.</translation>
    </message>
    <message>
        <source>A web application firewall blocks on %1.</source>
        <translation>Eine Web Application Firewall blockiert an %1.</translation>
    </message>
    <message>
        <source>A %1 limit holds on %2.</source>
        <translation>Eine Grenze (%1) gilt an %2.</translation>
    </message>
    <message>
        <source>The %1 limit on %2 is counted by each gateway replica for itself.</source>
        <translation>Die Grenze (%1) an %2 zählt jedes Replikat des Gateways für sich.</translation>
    </message>
    <message>
        <source>Only a %1 measure stands on %2; nothing limits how often a client may ask.</source>
        <translation>An %2 steht nur eine Maßnahme (%1); nichts begrenzt, wie oft ein Client anfragen darf.</translation>
    </message>
    <message>
        <source>No limit is written on %1; %L2.</source>
        <translation>An %1 ist keine Grenze angegeben; %L2.</translation>
    </message>
    <message>
        <source>Nothing limits how often a client may ask on %1.</source>
        <translation>Nichts begrenzt an %1, wie oft ein Client anfragen darf.</translation>
    </message>
    <message>
        <source>%L1; it blocks nothing here</source>
        <translation>%L1; blockiert hier nichts</translation>
    </message>
    <message>
        <source>The client is checked at %L1.</source>
        <extracomment>Authentication and second factor</extracomment>
        <translation>Der Client wird geprüft an %L1.</translation>
    </message>
    <message>
        <source>The client is checked at %L1, but not on %L2.</source>
        <translation>Der Client wird geprüft an %L1, aber nicht auf %L2.</translation>
    </message>
    <message>
        <source>an authenticating proxy</source>
        <translation>einem authentifizierenden Proxy</translation>
    </message>
    <message>
        <source>external check (%1)</source>
        <translation>externe Prüfung (%1)</translation>
    </message>
    <message>
        <source>basic password (%1)</source>
        <translation>Passwort, basic (%1)</translation>
    </message>
    <message>
        <source>digest password (%1)</source>
        <translation>Passwort, digest (%1)</translation>
    </message>
    <message>
        <source>client certificate (%1)</source>
        <translation>Client-Zertifikat (%1)</translation>
    </message>
    <message>
        <source>The check at %L1 exempts this path</source>
        <translation>Die Prüfung an %L1 nimmt diesen Pfad aus</translation>
    </message>
    <message>
        <source>A %1 check is named</source>
        <translation>Eine Prüfung (%1) ist genannt</translation>
    </message>
    <message>
        <source>%L1; requests without credentials still pass</source>
        <translation>%L1; Anfragen ohne Anmeldedaten kommen trotzdem durch</translation>
    </message>
    <message>
        <source>%L1; it is switched off here</source>
        <translation>%L1; hier ist es abgeschaltet</translation>
    </message>
    <message>
        <source>%L1; what it refers to is not in the input</source>
        <translation>%L1; worauf es verweist, ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>%L1; whether it demands a login is not in the input</source>
        <translation>%L1; ob er eine Anmeldung verlangt, ist nicht in der Eingabe</translation>
    </message>
    <message>
        <source>%1 asks nobody for credentials in this configuration, and nothing in front does.</source>
        <translation>%1 fragt in dieser Konfiguration niemanden nach Anmeldedaten, und nichts davor tut es.</translation>
    </message>
    <message>
        <source>%1 asks nobody for credentials in this configuration: any caller that reaches it is served.</source>
        <translation>%1 fragt in dieser Konfiguration niemanden nach Anmeldedaten: wer ihn erreicht, wird bedient.</translation>
    </message>
    <message>
        <source>%1 asks nobody for credentials in this configuration: %L2 serve any caller that reaches them.</source>
        <translation>%1 fragt in dieser Konfiguration niemanden nach Anmeldedaten: %L2 bedienen jeden, der sie erreicht.</translation>
    </message>
    <message>
        <source>A check is named on %1; whether it holds cannot be told.</source>
        <translation>An %1 ist eine Prüfung genannt; ob sie greift, ist unklar.</translation>
    </message>
    <message>
        <source>There is no check in front of the application on %1.</source>
        <translation>An %1 steht keine Prüfung vor der Anwendung.</translation>
    </message>
    <message>
        <source>No sign of a login of its own was seen.</source>
        <translation>Kein Anzeichen einer eigenen Anmeldung wurde gesehen.</translation>
    </message>
    <message>
        <source>Signs of a login of its own: %1.</source>
        <translation>Anzeichen einer eigenen Anmeldung: %1.</translation>
    </message>
    <message>
        <source>%1 checks tokens for the workload, if its pods have a proxy; %L2</source>
        <translation>%1 prüft Tokens für den Workload, falls seine Pods einen Proxy haben; %L2</translation>
    </message>
    <message>
        <source>%1 checks tokens for the workload, whose pods have no proxy that could</source>
        <translation>%1 prüft Tokens für den Workload, dessen Pods keinen Proxy haben, der das könnte</translation>
    </message>
    <message>
        <source>Open by decision: the audience of this route is anyone.</source>
        <translation>Offen nach Entscheidung: diese Route ist für alle.</translation>
    </message>
    <message>
        <source>Open by decision: the audience of this route is anyone (%1).</source>
        <translation>Offen nach Entscheidung: diese Route ist für alle (%1).</translation>
    </message>
    <message>
        <source>%1 (provider %2)</source>
        <translation>%1 (Anbieter %2)</translation>
    </message>
    <message>
        <source>%1 hands requests to the external provider %2</source>
        <translation>%1 gibt Anfragen an den externen Anbieter %2 weiter</translation>
    </message>
    <message>
        <source>%1 denies requests without a validated token</source>
        <translation>%1 weist Anfragen ohne geprüftes Token ab</translation>
    </message>
    <message>
        <source>%1 denies requests without a validated token on some paths or hosts only</source>
        <translation>%1 weist Anfragen ohne geprüftes Token nur auf einigen Pfaden oder Hosts ab</translation>
    </message>
    <message>
        <source>%1 allows only requests with a validated token</source>
        <translation>%1 erlaubt nur Anfragen mit geprüftem Token</translation>
    </message>
    <message>
        <source>%1 validates tokens that are sent, and lets requests without one through</source>
        <translation>%1 prüft Tokens, die mitgeschickt werden, und lässt Anfragen ohne Token durch</translation>
    </message>
    <message>
        <source>The client is judged on the routes that this gateway serves.</source>
        <translation>Der Client wird an den Routen beurteilt, die dieses Gateway bedient.</translation>
    </message>
    <message>
        <source>The outside does not arrive here.</source>
        <translation>Von außen kommt hier nichts an.</translation>
    </message>
    <message>
        <source>%L1 are open to the outside, shown.</source>
        <translation>%L1 sind nach außen offen, gezeigt.</translation>
    </message>
    <message>
        <source>The outside reaches %L1 with no check in front of the application.</source>
        <translation>Von außen ist der Weg offen zu %L1, keine Prüfung vor der Anwendung.</translation>
    </message>
    <message>
        <source>Callers must show a mesh identity.</source>
        <translation>Aufrufer müssen eine Mesh-Identität vorweisen.</translation>
    </message>
    <message>
        <source>Callers without a mesh identity are accepted.</source>
        <translation>Aufrufer ohne Mesh-Identität werden angenommen.</translation>
    </message>
    <message>
        <source>Callers without a mesh identity are accepted by %L1.</source>
        <translation>Aufrufer ohne Mesh-Identität werden angenommen von %L1.</translation>
    </message>
    <message>
        <source>No check of the calling workload is shown; the application may do its own.</source>
        <translation>Keine Prüfung des aufrufenden Workloads ist gezeigt; die Anwendung kann selbst prüfen.</translation>
    </message>
    <message>
        <source>Requests from outside are checked at %L1; any pod of the cluster reaches the application past that check.</source>
        <translation>Anfragen von außen werden geprüft an %L1; jeder Pod des Clusters erreicht die Anwendung an dieser Prüfung vorbei.</translation>
    </message>
    <message>
        <source>Requests from outside are checked at a gateway; any pod of the cluster reaches %L1 past that check.</source>
        <translation>Anfragen von außen werden an einem Gateway geprüft; an dieser Prüfung vorbei erreicht jeder Pod des Clusters %L1.</translation>
    </message>
    <message>
        <source>A second factor is judged on the routes that this gateway serves.</source>
        <translation>Ein zweiter Faktor wird an den Routen beurteilt, die dieses Gateway bedient.</translation>
    </message>
    <message>
        <source>People do not arrive here: no way in from outside leads here.</source>
        <translation>Hier kommen keine Personen an: kein Zugang von außen führt hierher.</translation>
    </message>
    <message>
        <source>Nobody signs in here.</source>
        <translation>Hier meldet sich niemand an.</translation>
    </message>
    <message>
        <source>Requests arrive straight at the workload; who signs people in is not in the input.</source>
        <translation>Anfragen kommen direkt am Workload an; wer Personen anmeldet, ist nicht in der Eingabe.</translation>
    </message>
    <message>
        <source>A second factor is demanded on this route.</source>
        <translation>An dieser Route wird ein zweiter Faktor verlangt.</translation>
    </message>
    <message>
        <source>The audience of this route is anyone.</source>
        <translation>Diese Route ist für alle.</translation>
    </message>
    <message>
        <source>The audience of this route is machines.</source>
        <translation>Diese Route ist für Maschinen.</translation>
    </message>
    <message>
        <source>The audience of this route is nobody.</source>
        <translation>Diese Route ist für niemanden.</translation>
    </message>
    <message>
        <source>A %1 password cannot carry a second factor, and people sign in here.</source>
        <translation>Ein Passwort (%1) kann keinen zweiten Faktor tragen, und hier melden sich Personen an.</translation>
    </message>
    <message>
        <source>Who signs people in is not in the input.</source>
        <translation>Wer Personen anmeldet, ist nicht in der Eingabe.</translation>
    </message>
    <message>
        <source>Whether a second factor is demanded is decided at %L1, whose settings are not in the input.</source>
        <translation>Ob ein zweiter Faktor verlangt wird, entscheidet sich an %L1; dessen Einstellungen sind nicht in der Eingabe.</translation>
    </message>
    <message>
        <source>Only listed client addresses are served.</source>
        <extracomment>Checks that importers read</extracomment>
        <translation>Nur aufgeführte Client-Adressen werden bedient.</translation>
    </message>
    <message>
        <source>Listed client addresses are refused.</source>
        <translation>Aufgeführte Client-Adressen werden abgewiesen.</translation>
    </message>
    <message>
        <source>The list of client addresses contains every address.</source>
        <translation>Die Liste der Client-Adressen enthält jede Adresse.</translation>
    </message>
    <message>
        <source>The list of client addresses holds no address that can be read.</source>
        <translation>Die Liste der Client-Adressen enthält keine lesbare Adresse.</translation>
    </message>
    <message>
        <source>The list of client addresses cannot be read by the router, which then serves everybody.</source>
        <translation>Der Router kann die Liste der Client-Adressen nicht lesen und bedient dann alle.</translation>
    </message>
    <message>
        <source>Connections per client address are limited.</source>
        <translation>Verbindungen je Client-Adresse sind begrenzt.</translation>
    </message>
    <message>
        <source>Connections per client address and time are limited.</source>
        <translation>Verbindungen je Client-Adresse und Zeit sind begrenzt.</translation>
    </message>
    <message>
        <source>Requests per client address and time are limited.</source>
        <translation>Anfragen je Client-Adresse und Zeit sind begrenzt.</translation>
    </message>
    <message>
        <source>Requests per second and client address are limited.</source>
        <translation>Anfragen je Sekunde und Client-Adresse sind begrenzt.</translation>
    </message>
    <message>
        <source>Requests per minute and client address are limited.</source>
        <translation>Anfragen je Minute und Client-Adresse sind begrenzt.</translation>
    </message>
    <message>
        <source>Requests are limited over all replicas, provided that the controller's counter store is set up.</source>
        <translation>Anfragen sind über alle Replikate begrenzt, sofern der Zählerspeicher des Controllers eingerichtet ist.</translation>
    </message>
    <message>
        <source>Requests are limited.</source>
        <translation>Anfragen sind begrenzt.</translation>
    </message>
    <message>
        <source>Requests cannot be counted where the connection is passed through.</source>
        <translation>Anfragen lassen sich nicht zählen, wo die Verbindung durchgereicht wird.</translation>
    </message>
    <message>
        <source>A limit is written, but limiting is not switched on.</source>
        <translation>Eine Grenze ist angegeben, aber das Begrenzen ist nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>The limit only counts: it runs dry.</source>
        <translation>Die Grenze zählt nur: sie läuft im Probebetrieb.</translation>
    </message>
    <message>
        <source>Names and passwords are checked by the gateway (digest).</source>
        <translation>Das Gateway prüft Namen und Passwörter (digest).</translation>
    </message>
    <message>
        <source>Names and passwords are checked by the gateway (basic).</source>
        <translation>Das Gateway prüft Namen und Passwörter (basic).</translation>
    </message>
    <message>
        <source>The kind of password check is none that the controller knows.</source>
        <translation>Diese Art der Passwortprüfung kennt der Controller nicht.</translation>
    </message>
    <message>
        <source>A password check is asked for without naming the Secret that holds the passwords.</source>
        <translation>Eine Passwortprüfung ist verlangt, ohne das Secret mit den Passwörtern zu nennen.</translation>
    </message>
    <message>
        <source>The controller-wide external check is switched off for these routes.</source>
        <translation>Die externe Prüfung des ganzen Controllers ist für diese Routen abgeschaltet.</translation>
    </message>
    <message>
        <source>Every request is checked by another service; people without a session are sent to sign in.</source>
        <translation>Jede Anfrage prüft ein anderer Dienst; Personen ohne Sitzung werden zur Anmeldung geschickt.</translation>
    </message>
    <message>
        <source>Every request is checked by another service.</source>
        <translation>Jede Anfrage prüft ein anderer Dienst.</translation>
    </message>
    <message>
        <source>Every request of this controller's routes is checked by another service.</source>
        <translation>Jede Anfrage an Routen dieses Controllers prüft ein anderer Dienst.</translation>
    </message>
    <message>
        <source>Every request is checked by the authorization service.</source>
        <translation>Jede Anfrage prüft der Autorisierungsdienst.</translation>
    </message>
    <message>
        <source>Clients must show a certificate that this Secret's authority signed.</source>
        <translation>Clients müssen ein Zertifikat der Stelle in diesem Secret vorweisen.</translation>
    </message>
    <message>
        <source>Clients must show a certificate that a named authority signed.</source>
        <translation>Clients müssen ein Zertifikat einer genannten Stelle vorweisen.</translation>
    </message>
    <message>
        <source>A client certificate is checked when it is shown; a client without one is let through.</source>
        <translation>Ein Client-Zertifikat wird geprüft, wenn es gezeigt wird; ein Client ohne Zertifikat kommt durch.</translation>
    </message>
    <message>
        <source>Client certificates are not checked.</source>
        <translation>Client-Zertifikate werden nicht geprüft.</translation>
    </message>
    <message>
        <source>A client certificate is asked for on a host that is served without TLS.</source>
        <translation>Ein Client-Zertifikat ist an einem Host verlangt, der ohne TLS bedient wird.</translation>
    </message>
    <message>
        <source>The web application firewall blocks.</source>
        <translation>Die Web Application Firewall blockiert.</translation>
    </message>
    <message>
        <source>The web application firewall is switched off for these routes.</source>
        <translation>Die Web Application Firewall ist für diese Routen abgeschaltet.</translation>
    </message>
    <message>
        <source>The web application firewall only detects: no SecRuleEngine On is written.</source>
        <translation>Die Web Application Firewall erkennt nur: SecRuleEngine On ist nicht angegeben.</translation>
    </message>
    <message>
        <source>Pages of any origin may call these routes with credentials.</source>
        <translation>Seiten jeder Herkunft dürfen diese Routen mit Anmeldedaten aufrufen.</translation>
    </message>
    <message>
        <source>Raw server configuration is injected; it can add or remove any check and is not interpreted.</source>
        <translation>Rohe Serverkonfiguration wird eingefügt; sie kann jede Prüfung hinzufügen oder entfernen und wird nicht ausgewertet.</translation>
    </message>
    <message>
        <source>Raw server configuration switches a check off or lets everyone through.</source>
        <translation>Rohe Serverkonfiguration schaltet eine Prüfung ab oder lässt alle durch.</translation>
    </message>
    <message>
        <source>Raw server configuration names a check; it is not interpreted.</source>
        <translation>Rohe Serverkonfiguration nennt eine Prüfung; sie wird nicht ausgewertet.</translation>
    </message>
    <message>
        <source>Every client address is let through without it.</source>
        <translation>Jede Client-Adresse kommt ohne sie durch.</translation>
    </message>
    <message>
        <source>Clients from listed addresses are let through without it.</source>
        <translation>Clients aufgeführter Adressen kommen ohne sie durch.</translation>
    </message>
    <message>
        <source>One check is enough: a listed client address alone passes the authentication.</source>
        <translation>Eine Prüfung genügt: eine aufgeführte Client-Adresse allein besteht die Authentifizierung.</translation>
    </message>
    <message>
        <source>Not applied where the connection is passed through; whether the controller allows passing through is not in this object.</source>
        <translation>Gilt nicht, wo die Verbindung durchgereicht wird; ob der Controller das Durchreichen erlaubt, steht nicht in diesem Objekt.</translation>
    </message>
    <message>
        <source>The connection is passed through to the pod: the other annotations of this Ingress have no effect.</source>
        <translation>Die Verbindung wird zum Pod durchgereicht: die übrigen Annotationen dieses Ingress wirken nicht.</translation>
    </message>
    <message>
        <source>A policy of kind %1 (%2) is attached and not interpreted.</source>
        <translation>Eine Richtlinie der Art %1 (%2) ist angehängt und wird nicht ausgewertet.</translation>
    </message>
    <message>
        <source>What the gateway sets is switched off here.</source>
        <translation>Was das Gateway setzt, ist hier abgeschaltet.</translation>
    </message>
    <message>
        <source>This policy checks nobody.</source>
        <translation>Diese Richtlinie prüft niemanden.</translation>
    </message>
    <message>
        <source>Requests are checked under conditions that are not interpreted.</source>
        <translation>Anfragen werden unter Bedingungen geprüft, die nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source>Anonymous callers are let through.</source>
        <translation>Anonyme Aufrufer werden durchgelassen.</translation>
    </message>
    <message>
        <source>Requests must satisfy the policy's rules, which are not interpreted.</source>
        <translation>Anfragen müssen den Regeln der Richtlinie genügen, die nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source>Nobody is identified; the policy's rules decide who passes, and they are not interpreted.</source>
        <translation>Niemand wird identifiziert; die Regeln der Richtlinie entscheiden, wer durchkommt, und werden nicht ausgewertet.</translation>
    </message>
    <message>
        <source>The gateway checks every request of routes that use this filter.</source>
        <translation>Das Gateway prüft jede Anfrage an Routen mit diesem Filter.</translation>
    </message>
    <message>
        <source>The filter's settings for its type are not written.</source>
        <translation>Die Einstellungen des Filters für seinen Typ sind nicht angegeben.</translation>
    </message>
    <message>
        <source>Every account of the identity provider is let in.</source>
        <translation>Jedes Konto des Identitätsanbieters wird eingelassen.</translation>
    </message>
    <message>
        <source>Clients from listed addresses are let through without signing in.</source>
        <translation>Clients aufgeführter Adressen kommen ohne Anmeldung durch.</translation>
    </message>
    <message>
        <source>OPTIONS requests are let through without a check.</source>
        <translation>OPTIONS-Anfragen kommen ohne Prüfung durch.</translation>
    </message>
    <message>
        <source>The identity provider's certificate is not verified.</source>
        <translation>Das Zertifikat des Identitätsanbieters wird nicht geprüft.</translation>
    </message>
    <message>
        <source>Accounts are told apart by e-mail addresses that nobody verified.</source>
        <translation>Konten werden nach E-Mail-Adressen unterschieden, die niemand geprüft hat.</translation>
    </message>
    <message>
        <source>A signed token is required.</source>
        <translation>Ein signiertes Token ist nötig.</translation>
    </message>
    <message>
        <source>A token is checked when it is there; a request without one is let through.</source>
        <translation>Ein Token wird geprüft, wenn es da ist; eine Anfrage ohne Token kommt durch.</translation>
    </message>
    <message>
        <source>When the checking service does not answer, requests are let through.</source>
        <translation>Antwortet der prüfende Dienst nicht, kommen Anfragen durch.</translation>
    </message>
    <message>
        <source>Requests must match a rule.</source>
        <translation>Anfragen müssen einer Regel entsprechen.</translation>
    </message>
    <message>
        <source>Everything is allowed by default and no rule refuses anybody.</source>
        <translation>Alles ist grundsätzlich erlaubt, und keine Regel weist jemanden ab.</translation>
    </message>
    <message>
        <source>A rule allows every client address.</source>
        <translation>Eine Regel erlaubt jede Client-Adresse.</translation>
    </message>
    <message>
        <source>People without a session are sent to the identity provider to sign in.</source>
        <translation>Personen ohne Sitzung werden zur Anmeldung zum Identitätsanbieter geschickt.</translation>
    </message>
    <message>
        <source>A key is required with every request.</source>
        <translation>Jede Anfrage braucht einen Schlüssel.</translation>
    </message>
    <message>
        <source>This policy checks nobody, and it replaces the policies of the gateway for what it targets.</source>
        <translation>Diese Richtlinie prüft niemanden und ersetzt für ihr Ziel die Richtlinien des Gateways.</translation>
    </message>
    <message>
        <source>No policy says who may call: every caller is allowed.</source>
        <extracomment>Authorization</extracomment>
        <translation>Keine Richtlinie sagt, wer aufrufen darf: jeder Aufrufer ist erlaubt.</translation>
    </message>
    <message>
        <source>Policies deny some requests; every other caller is allowed.</source>
        <translation>Richtlinien weisen einige Anfragen ab; jeder andere Aufrufer ist erlaubt.</translation>
    </message>
    <message>
        <source>No policy says who may call %L1.</source>
        <translation>Keine Richtlinie sagt, wer aufrufen darf: %L1.</translation>
    </message>
    <message>
        <source>Only named callers are allowed, by %1; the rest is denied.</source>
        <translation>Nur genannte Aufrufer sind erlaubt, durch %1; der Rest wird abgewiesen.</translation>
    </message>
    <message>
        <source>Every caller is denied.</source>
        <translation>Jeder Aufrufer wird abgewiesen.</translation>
    </message>
    <message>
        <source>%1 allows whole namespaces or any workload of the mesh.</source>
        <translation>%1 erlaubt ganze Namensräume oder jeden Workload des Mesh.</translation>
    </message>
    <message>
        <source>%1 restricts what may be asked, and not who may ask.</source>
        <translation>%1 beschränkt, was gefragt werden darf, und nicht, wer fragen darf.</translation>
    </message>
    <message>
        <source>%1 only says who may not call; everyone else may.</source>
        <translation>%1 sagt nur, wer nicht aufrufen darf; alle anderen dürfen es.</translation>
    </message>
    <message>
        <source>%1 allows every request.</source>
        <translation>%1 erlaubt jede Anfrage.</translation>
    </message>
    <message>
        <source>%1 selects the workload, whose pods have no proxy</source>
        <translation>%1 wählt den Workload aus, dessen Pods keinen Proxy haben</translation>
    </message>
    <message>
        <source>%1 selects this workload and binds nobody: %L2.</source>
        <translation>%1 wählt diesen Workload aus und bindet niemanden: %L2.</translation>
    </message>
    <message>
        <source>The policy selects %L1, whose pods have no proxy: it binds nobody.</source>
        <translation>Die Richtlinie gilt für %L1, deren Pods keinen Proxy haben: sie bindet niemanden.</translation>
    </message>
    <message>
        <source>%1 selects this workload and checks no token: %L2.</source>
        <translation>%1 wählt diesen Workload aus und prüft kein Token: %L2.</translation>
    </message>
    <message>
        <source>The token check selects %L1, whose pods have no proxy: it checks nothing.</source>
        <translation>Die Token-Prüfung gilt für %L1, deren Pods keinen Proxy haben: sie prüft nichts.</translation>
    </message>
    <message>
        <source>%1 names callers, but plain text is accepted too, and such a caller has no name.</source>
        <translation>%1 nennt Aufrufer, aber auch Klartext wird angenommen, und ein solcher Aufrufer hat keinen Namen.</translation>
    </message>
    <message>
        <source>The policy names callers, but %L1 accept plain text too, and such a caller has no name.</source>
        <translation>Die Richtlinie nennt Aufrufer, aber %L1 nehmen auch Klartext an, und ein solcher Aufrufer hat keinen Namen.</translation>
    </message>
    <message>
        <source>%1 selects the workload; whether its pods have a proxy that enforces it cannot be told: %L2.</source>
        <translation>%1 wählt den Workload aus; ob seine Pods einen Proxy haben, der sie durchsetzt, ist unklar: %L2.</translation>
    </message>
    <message>
        <source>No policy says who may call, and no mesh stands in front that could enforce one.</source>
        <translation>Keine Richtlinie sagt, wer aufrufen darf, und kein Mesh steht davor, das sie durchsetzen könnte.</translation>
    </message>
    <message>
        <source>A policy is written, but no proxy stands in front of the workload to enforce it.</source>
        <translation>Eine Richtlinie ist geschrieben, aber kein Proxy steht vor dem Workload, der sie durchsetzt.</translation>
    </message>
    <message>
        <source>Linkerd's authorization policies are not read.</source>
        <translation>Linkerds Autorisierungsrichtlinien werden nicht gelesen.</translation>
    </message>
    <message>
        <source>No policy that says who may call was seen, and not every kind was read.</source>
        <translation>Keine Richtlinie, die sagt, wer aufrufen darf, wurde gesehen, und nicht jede Art wurde gelesen.</translation>
    </message>
    <message>
        <source>A rule on %1 names who may call.</source>
        <translation>Eine Regel an %1 nennt, wer aufrufen darf.</translation>
    </message>
    <message>
        <source>No rule on %1 names who may call; the application may decide it itself.</source>
        <translation>Keine Regel an %1 nennt, wer aufrufen darf; die Anwendung kann es selbst entscheiden.</translation>
    </message>
    <message>
        <source>The client's setting switches TLS off.</source>
        <extracomment>Encryption and mesh proxies</extracomment>
        <translation>Die Einstellung des Clients schaltet TLS ab.</translation>
    </message>
    <message>
        <source>The client's setting uses TLS without verifying the server.</source>
        <translation>Die Einstellung des Clients nutzt TLS, ohne den Server zu prüfen.</translation>
    </message>
    <message>
        <source>The client's setting demands TLS and does not verify whom it talks to.</source>
        <translation>Die Einstellung des Clients verlangt TLS und prüft nicht, mit wem er spricht.</translation>
    </message>
    <message>
        <source>The client's setting asks for TLS.</source>
        <translation>Die Einstellung des Clients verlangt TLS.</translation>
    </message>
    <message>
        <source>The client's address says %1://, which is plain text.</source>
        <translation>Die Adresse beim Client sagt %1://, also Klartext.</translation>
    </message>
    <message>
        <source>The caller has no mesh proxy and the server also accepts plain text.</source>
        <translation>Der Aufrufer hat keinen Mesh-Proxy, und der Server nimmt auch Klartext an.</translation>
    </message>
    <message>
        <source>A DestinationRule switches TLS off for callers of this service.</source>
        <translation>Eine DestinationRule schaltet TLS für Aufrufer dieses Dienstes ab.</translation>
    </message>
    <message>
        <source>No sign shows whether the call to %1 uses TLS.</source>
        <translation>Kein Anzeichen zeigt, ob der Aufruf an %1 TLS nutzt.</translation>
    </message>
    <message>
        <source>Whether the outside reaches the gateway over TLS is not shown.</source>
        <translation>Ob das Gateway von außen über TLS erreicht wird, ist nicht gezeigt.</translation>
    </message>
    <message>
        <source>The gateway takes %L1 in plain text.</source>
        <translation>Das Gateway nimmt %L1 im Klartext an.</translation>
    </message>
    <message>
        <source>The gateway takes %L1 over plain HTTP.</source>
        <translation>Das Gateway nimmt %L1 über HTTP ohne TLS an.</translation>
    </message>
    <message>
        <source>The gateway takes %L1 over TLS.</source>
        <translation>Das Gateway nimmt %L1 über TLS an.</translation>
    </message>
    <message>
        <source>The gateway takes %L1 over TLS, and over plain HTTP without a redirect.</source>
        <translation>Das Gateway nimmt %L1 über TLS an, und ohne Umleitung auch über HTTP ohne TLS.</translation>
    </message>
    <message>
        <source>The gateway still accepts %1 for %L2.</source>
        <translation>Das Gateway nimmt noch %1 an für %L2.</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>requests for %L1</source>
        <translation>Anfragen an %L1</translation>
    </message>
    <message>
        <source>The gateway has no mesh proxy and the service also accepts plain text.</source>
        <translation>Das Gateway hat keinen Mesh-Proxy, und der Dienst nimmt auch Klartext an.</translation>
    </message>
    <message>
        <source>The gateway passes TLS through to the service.</source>
        <translation>Das Gateway reicht TLS zum Dienst durch.</translation>
    </message>
    <message>
        <source>The gateway talks to the service over verified TLS.</source>
        <translation>Das Gateway spricht mit dem Dienst über geprüftes TLS.</translation>
    </message>
    <message>
        <source>The gateway talks TLS to the service and does not verify it.</source>
        <translation>Das Gateway spricht TLS mit dem Dienst und prüft ihn nicht.</translation>
    </message>
    <message>
        <source>The gateway talks plain text to the service.</source>
        <translation>Das Gateway spricht Klartext mit dem Dienst.</translation>
    </message>
    <message>
        <source>The gateway talks plain text to the service: %L1</source>
        <translation>Das Gateway spricht Klartext mit dem Dienst: %L1</translation>
    </message>
    <message>
        <source>TLS ends at the gateway; it talks plain text to the service.</source>
        <translation>TLS endet am Gateway; es spricht Klartext mit dem Dienst.</translation>
    </message>
    <message>
        <source>TLS ends at the gateway; it talks plain text to the service: %L1</source>
        <translation>TLS endet am Gateway; es spricht Klartext mit dem Dienst: %L1</translation>
    </message>
    <message>
        <source>The outside reaches it over plain text.</source>
        <translation>Von außen wird er im Klartext erreicht.</translation>
    </message>
    <message>
        <source>The outside has no mesh proxy and the service also accepts plain text.</source>
        <translation>Außen gibt es keinen Mesh-Proxy, und der Dienst nimmt auch Klartext an.</translation>
    </message>
    <message>
        <source>The settings of callers of %L1 say plain text.</source>
        <translation>Die Einstellungen der Aufrufer sagen Klartext: %L1.</translation>
    </message>
    <message>
        <source>The serving ports of %L1 answer probes in plain text, and no mesh encrypts them.</source>
        <translation>Die Ports von %L1 beantworten Probes im Klartext, und kein Mesh verschlüsselt sie.</translation>
    </message>
    <message>
        <source>%L1 speak plain text by default, and nothing tells them to use TLS.</source>
        <translation>%L1 sprechen von sich aus Klartext, und nichts weist sie an, TLS zu nutzen.</translation>
    </message>
    <message>
        <source>The outside reaches %L1 over plain text.</source>
        <translation>Von außen im Klartext erreicht: %L1.</translation>
    </message>
    <message>
        <source>The gateway takes requests for %L1 over plain HTTP too, without a redirect.</source>
        <translation>Das Gateway nimmt Anfragen an %L1 ohne Umleitung auch über HTTP ohne TLS an.</translation>
    </message>
    <message>
        <source>Gateways talk plain text to %L1.</source>
        <translation>Gateways sprechen Klartext mit %L1.</translation>
    </message>
    <message>
        <source>The proxies of %L1 also accept plain text.</source>
        <translation>Die Proxys von %L1 nehmen auch Klartext an.</translation>
    </message>
    <message>
        <source>Callers of %L1 do not verify whom they talk to.</source>
        <translation>Aufrufer von %L1 prüfen nicht, mit wem sie sprechen.</translation>
    </message>
    <message>
        <source>Mutual TLS is switched off for %L1.</source>
        <translation>Gegenseitiges TLS ist abgeschaltet für %L1.</translation>
    </message>
    <message>
        <source>Ports of %L1 are kept away from the proxy and answer plain text.</source>
        <translation>Ports von %L1 sind vom Proxy ausgenommen und antworten im Klartext.</translation>
    </message>
    <message>
        <source>The gateway still accepts old TLS versions for %L1.</source>
        <translation>Das Gateway nimmt noch alte TLS-Versionen an für %L1.</translation>
    </message>
    <message>
        <source>Linkerd's proxies encrypt calls between meshed pods; plain text is also accepted by default.</source>
        <translation>Linkerds Proxys verschlüsseln Aufrufe zwischen Pods im Mesh; Klartext wird von sich aus auch angenommen.</translation>
    </message>
    <message>
        <source>Its proxy accepts only mutual TLS (STRICT): %L1; %L2.</source>
        <translation>Sein Proxy nimmt nur gegenseitiges TLS an (STRICT): %L1; %L2.</translation>
    </message>
    <message>
        <source>Mutual TLS is switched off: %L1.</source>
        <translation>Gegenseitiges TLS ist abgeschaltet: %L1.</translation>
    </message>
    <message>
        <source>Its proxy uses mutual TLS with other proxies and also accepts plain text (PERMISSIVE): %L1.</source>
        <translation>Sein Proxy nutzt gegenseitiges TLS mit anderen Proxys und nimmt auch Klartext an (PERMISSIVE): %L1.</translation>
    </message>
    <message>
        <source>no PeerAuthentication sets a mode, and the default is PERMISSIVE</source>
        <translation>keine PeerAuthentication setzt einen Modus, und Standard ist PERMISSIVE</translation>
    </message>
    <message>
        <source>%1 sets it</source>
        <translation>%1 setzt es</translation>
    </message>
    <message>
        <source>%1 sets port %2</source>
        <translation>%1 setzt Port %2</translation>
    </message>
    <message>
        <source>Only %L1.</source>
        <translation>Nur %L1.</translation>
    </message>
    <message>
        <source>Only %L1; the others have no proxy.</source>
        <translation>Nur %L1; die anderen haben keinen Proxy.</translation>
    </message>
    <message>
        <source>%1 of %2 running pods hold the container `%3`</source>
        <translation>%1 von %2 laufenden Pods enthalten den Container `%3`</translation>
    </message>
    <message>
        <source>%1 of %2 running pods are redirected to the node's ztunnel</source>
        <translation>%1 von %2 laufenden Pods sind zum ztunnel des Knotens umgeleitet</translation>
    </message>
    <message>
        <source>the pod template names a proxy container</source>
        <translation>die Pod-Vorlage nennt einen Proxy-Container</translation>
    </message>
    <message>
        <source>a label asks for a proxy; no running pod is in the input</source>
        <translation>ein Label verlangt einen Proxy; kein laufender Pod ist in der Eingabe</translation>
    </message>
    <message>
        <source>a label asks for a proxy; none of %1 running pods has one</source>
        <translation>ein Label verlangt einen Proxy; keiner von %1 laufenden Pods hat einen</translation>
    </message>
    <message>
        <source>the labels of its namespace are not in the input</source>
        <translation>die Labels seines Namensraums sind nicht in der Eingabe</translation>
    </message>
    <message>
        <source>nothing gives it a mesh proxy</source>
        <translation>nichts gibt ihm einen Mesh-Proxy</translation>
    </message>
    <message>
        <source>%1 demands mutual TLS (STRICT) and binds nobody here: the workload's pods have no proxy</source>
        <translation>%1 verlangt gegenseitiges TLS (STRICT) und bindet hier niemanden: die Pods des Workloads haben keinen Proxy</translation>
    </message>
    <message>
        <source>%1 demands mutual TLS of the workload; whether its pods have a proxy cannot be told: %L2.</source>
        <translation>%1 verlangt vom Workload gegenseitiges TLS; ob seine Pods einen Proxy haben, ist unklar: %L2.</translation>
    </message>
    <message>
        <source>%1 allows mutual TLS of the workload; whether its pods have a proxy cannot be told: %L2.</source>
        <translation>%1 erlaubt dem Workload gegenseitiges TLS; ob seine Pods einen Proxy haben, ist unklar: %L2.</translation>
    </message>
    <message>
        <source>Port %1 of %2 answers plain text: its %3 probe speaks %4 without TLS.</source>
        <translation>Port %1 von %2 antwortet im Klartext: seine %3-Probe spricht %4 ohne TLS.</translation>
    </message>
    <message>
        <source>Port %1 of %2 answers plain text: its %3 probe speaks %4 without TLS, and an annotation keeps the port away from the proxy.</source>
        <translation>Port %1 von %2 antwortet im Klartext: seine %3-Probe spricht %4 ohne TLS, und eine Annotation nimmt den Port vom Proxy aus.</translation>
    </message>
    <message>
        <source>%1 speaks plain text unless told otherwise, and nothing here tells it to use TLS.</source>
        <translation>%1 spricht von sich aus Klartext, und nichts weist es hier an, TLS zu nutzen.</translation>
    </message>
    <message>
        <source>No sign shows whether port %1 of %2 uses TLS.</source>
        <translation>Kein Anzeichen zeigt, ob Port %1 von %2 TLS nutzt.</translation>
    </message>
    <message>
        <source>An annotation keeps the port away from the proxy.</source>
        <translation>Eine Annotation nimmt den Port vom Proxy aus.</translation>
    </message>
    <message>
        <source>the proxy would handle this port but for an annotation</source>
        <translation>der Proxy würde diesen Port behandeln, stünde dem nicht eine Annotation entgegen</translation>
    </message>
    <message>
        <source>Only a port that probes ask is known; whether callers are served there or elsewhere is not shown.</source>
        <translation>Nur ein Port, den Probes fragen, ist bekannt; ob Aufrufer dort oder anderswo bedient werden, ist nicht gezeigt.</translation>
    </message>
    <message>
        <source>The workload listens on no port and calls nobody that is known.</source>
        <translation>Der Workload lauscht an keinem Port und ruft niemanden auf, der bekannt ist.</translation>
    </message>
    <message>
        <source>A label asks for mesh proxies; the running pods of %L1 lack them.</source>
        <translation>Ein Label verlangt Mesh-Proxys; sie fehlen den laufenden Pods von %L1.</translation>
    </message>
    <message>
        <source>%1 of %2 edges: %L3</source>
        <translation>%1 von %2 Kanten: %L3</translation>
    </message>
    <message>
        <source>No network policy selects the workload for ingress.</source>
        <extracomment>Network</extracomment>
        <translation>Keine Netzwerkrichtlinie gilt eingehend für den Workload.</translation>
    </message>
    <message>
        <source>No network policy for ingress was seen, and not all of this namespace were read.</source>
        <translation>Keine Netzwerkrichtlinie für eingehenden Verkehr wurde gesehen, und nicht alle dieses Namensraums wurden gelesen.</translation>
    </message>
    <message>
        <source>policy `%1` allows all ingress</source>
        <translation>die Richtlinie `%1` erlaubt allen eingehenden Verkehr</translation>
    </message>
    <message>
        <source>%L1 selects only some of its running pods for ingress</source>
        <translation>%L1: nur für einige seiner laufenden Pods, eingehend</translation>
    </message>
    <message>
        <source>policy `%1` restricts ingress, but allows every address</source>
        <translation>die Richtlinie `%1` beschränkt eingehenden Verkehr, erlaubt aber jede Adresse</translation>
    </message>
    <message>
        <source>policy `%1` restricts ingress, but allows every pod of the cluster</source>
        <translation>die Richtlinie `%1` beschränkt eingehenden Verkehr, erlaubt aber jeden Pod des Clusters</translation>
    </message>
    <message>
        <source>policy `%1` restricts ingress</source>
        <translation>die Richtlinie `%1` beschränkt eingehenden Verkehr</translation>
    </message>
    <message>
        <source>%L1 restrict ingress</source>
        <translation>%L1 beschränken eingehenden Verkehr</translation>
    </message>
    <message>
        <source>Network policies select %L1 and allow all ingress.</source>
        <translation>Netzwerkrichtlinien gelten für %L1 und erlauben allen eingehenden Verkehr.</translation>
    </message>
    <message>
        <source>No network policy selects the workload for egress.</source>
        <translation>Keine Netzwerkrichtlinie gilt ausgehend für den Workload.</translation>
    </message>
    <message>
        <source>No network policy for egress was seen, and not all of this namespace were read.</source>
        <translation>Keine Netzwerkrichtlinie für ausgehenden Verkehr wurde gesehen, und nicht alle dieses Namensraums wurden gelesen.</translation>
    </message>
    <message>
        <source>policy `%1` allows all egress</source>
        <translation>die Richtlinie `%1` erlaubt allen ausgehenden Verkehr</translation>
    </message>
    <message>
        <source>%L1 selects only some of its running pods for egress</source>
        <translation>%L1: nur für einige seiner laufenden Pods, ausgehend</translation>
    </message>
    <message>
        <source>policy `%1` restricts egress, but allows every address</source>
        <translation>die Richtlinie `%1` beschränkt ausgehenden Verkehr, erlaubt aber jede Adresse</translation>
    </message>
    <message>
        <source>policy `%1` restricts egress, but allows every pod of the cluster</source>
        <translation>die Richtlinie `%1` beschränkt ausgehenden Verkehr, erlaubt aber jeden Pod des Clusters</translation>
    </message>
    <message>
        <source>policy `%1` restricts egress</source>
        <translation>die Richtlinie `%1` beschränkt ausgehenden Verkehr</translation>
    </message>
    <message>
        <source>%L1 restrict egress</source>
        <translation>%L1 beschränken ausgehenden Verkehr</translation>
    </message>
    <message>
        <source>Network policies select %L1 and allow all egress.</source>
        <translation>Netzwerkrichtlinien gelten für %L1 und erlauben allen ausgehenden Verkehr.</translation>
    </message>
    <message>
        <source>policy `%1`</source>
        <translation>Richtlinie `%1`</translation>
    </message>
    <message>
        <source>policy `%1` would select it, but is not applied: %L2</source>
        <translation>Richtlinie `%1` würde ihn auswählen, wird aber nicht angewandt: %L2</translation>
    </message>
    <message>
        <source>policy `%1`: %L2</source>
        <translation>Richtlinie `%1`: %L2</translation>
    </message>
    <message>
        <source>%1 holds another version of this object and is reviewed</source>
        <translation>%1 enthält eine andere Fassung dieses Objekts und wird betrachtet</translation>
    </message>
    <message>
        <source>not among the running objects, though its kind was read from the cluster</source>
        <translation>nicht unter den laufenden Objekten, obwohl seine Art aus dem Cluster gelesen wurde</translation>
    </message>
    <message>
        <source>a patch for an object that is written elsewhere</source>
        <translation>ein Patch für ein Objekt, das anderswo steht</translation>
    </message>
    <message>
        <source>only a kustomize component names this file, and no kustomization that is reviewed uses it</source>
        <translation>nur eine Kustomize-Komponente nennt diese Datei, und keine betrachtete Kustomization nutzt sie</translation>
    </message>
    <message>
        <source>part of a Helm chart that was not rendered</source>
        <translation>Teil eines Helm-Charts, das nicht gerendert wurde</translation>
    </message>
    <message>
        <source>a template that was not rendered</source>
        <translation>eine Vorlage, die nicht gerendert wurde</translation>
    </message>
    <message>
        <source>a patch of the kustomization that uses this file removes it, or it is there twice</source>
        <translation>ein Patch der Kustomization, die diese Datei nutzt, entfernt es, oder es ist doppelt da</translation>
    </message>
    <message>
        <source>The pod uses its node's own network: network policies do not apply to it.</source>
        <translation>Der Pod nutzt das Netz seines Knotens: Netzwerkrichtlinien gelten nicht für ihn.</translation>
    </message>
    <message>
        <source>No NetworkPolicy restricts it, but policies of kind %1 are in the input, which are not read.</source>
        <translation>Keine NetworkPolicy beschränkt ihn, aber in der Eingabe stehen Richtlinien der Art %1, die nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Network policies restrict both directions.</source>
        <translation>Netzwerkrichtlinien beschränken beide Richtungen.</translation>
    </message>
    <message>
        <source>It listens on no port, and network policies restrict its way out.</source>
        <translation>Er lauscht an keinem Port, und Netzwerkrichtlinien beschränken seinen Weg nach außen.</translation>
    </message>
    <message>
        <source>No network policy selects the workload.</source>
        <translation>Keine Netzwerkrichtlinie gilt für den Workload.</translation>
    </message>
    <message>
        <source>No network policy was seen, and not all of this namespace were read.</source>
        <translation>Keine Netzwerkrichtlinie wurde gesehen, und nicht alle dieses Namensraums wurden gelesen.</translation>
    </message>
    <message>
        <source>Network policies are written, but the cluster's network plugin (%1) does not enforce them.</source>
        <translation>Netzwerkrichtlinien sind geschrieben, aber das Netzwerk-Plugin des Clusters (%1) setzt sie nicht durch.</translation>
    </message>
    <message>
        <source>Policies are written for %L1, but the cluster's network plugin does not enforce them.</source>
        <translation>Richtlinien sind geschrieben für %L1, aber das Netzwerk-Plugin des Clusters setzt sie nicht durch.</translation>
    </message>
    <message>
        <source>No network policy selects %L1.</source>
        <translation>Keine Netzwerkrichtlinie gilt für %L1.</translation>
    </message>
    <message>
        <source>No network policy closes a direction of %L1.</source>
        <translation>Keine Netzwerkrichtlinie schließt eine Richtung: %L1.</translation>
    </message>
    <message>
        <source>Network policies restrict one direction only for %L1.</source>
        <translation>Netzwerkrichtlinien beschränken nur eine Richtung für %L1.</translation>
    </message>
    <message>
        <source>The way out allows every address and does not leave out the cloud's metadata address 169.254.169.254.</source>
        <translation>Nach außen ist jede Adresse erlaubt, auch die Metadaten-Adresse der Cloud 169.254.169.254.</translation>
    </message>
    <message>
        <source>The way out of %L1 allows every address and does not leave out the cloud's metadata address.</source>
        <translation>Nach außen ist jede Adresse erlaubt, auch die Metadaten-Adresse der Cloud: %L1.</translation>
    </message>
    <message>
        <source>declared calls</source>
        <translation>erklärte Aufrufe</translation>
    </message>
    <message>
        <source>inferred calls</source>
        <translation>abgeleitete Aufrufe</translation>
    </message>
    <message>
        <source>observed calls</source>
        <translation>beobachtete Aufrufe</translation>
    </message>
    <message>
        <source>declared and inferred calls</source>
        <translation>erklärte und abgeleitete Aufrufe</translation>
    </message>
    <message>
        <source>declared and observed calls</source>
        <translation>erklärte und beobachtete Aufrufe</translation>
    </message>
    <message>
        <source>inferred and observed calls</source>
        <translation>abgeleitete und beobachtete Aufrufe</translation>
    </message>
    <message>
        <source>declared, inferred and observed calls</source>
        <translation>erklärte, abgeleitete und beobachtete Aufrufe</translation>
    </message>
    <message>
        <source>They let through no workloads but those that %L1 need.</source>
        <translation>Sie lassen keine Workloads durch außer denen, die %L1 brauchen.</translation>
    </message>
    <message>
        <source>Of %1 workloads that policies let in, 1 needs to come in, as far as %L2 show: %3 times as many.</source>
        <translation>Von %1 Workloads, die Richtlinien einlassen, braucht einer den Zugang, soweit %L2 zeigen: %3-mal so viele.</translation>
    </message>
    <message>
        <source>Of %1 workloads that policies let in, %2 need to come in, as far as %L3 show: %4 times as many.</source>
        <translation>Von %1 Workloads, die Richtlinien einlassen, brauchen %2 den Zugang, soweit %L3 zeigen: %4-mal so viele.</translation>
    </message>
    <message>
        <source>Of %1 workloads that policies let it reach, it needs %2, as far as %L3 show: %4 times as many.</source>
        <translation>Von %1 Workloads, die Richtlinien ihn erreichen lassen, braucht er %2, soweit %L3 zeigen: %4-mal so viele.</translation>
    </message>
    <message>
        <source>%L1 selects the workload for ingress, but what is not mentioned stays open</source>
        <translation>%L1 wählt den Workload eingehend aus, aber was nicht genannt ist, bleibt offen</translation>
    </message>
    <message>
        <source>%L1 select the workload for ingress, but what is not mentioned stays open</source>
        <translation>%L1 wählen den Workload eingehend aus, aber was nicht genannt ist, bleibt offen</translation>
    </message>
    <message>
        <source>%L1 selects the workload for egress, but what is not mentioned stays open</source>
        <translation>%L1 wählt den Workload ausgehend aus, aber was nicht genannt ist, bleibt offen</translation>
    </message>
    <message>
        <source>%L1 select the workload for egress, but what is not mentioned stays open</source>
        <translation>%L1 wählen den Workload ausgehend aus, aber was nicht genannt ist, bleibt offen</translation>
    </message>
    <message>
        <source>The way out allows the cloud's metadata address 169.254.169.254.</source>
        <translation>Nach außen ist die Metadaten-Adresse der Cloud 169.254.169.254 erlaubt.</translation>
    </message>
    <message>
        <source>The way out of %L1 allows the cloud's metadata address.</source>
        <translation>Nach außen ist die Metadaten-Adresse der Cloud erlaubt: %L1.</translation>
    </message>
    <message>
        <source>It calls %1 on %2 (%L3), and policy `%4` does not let it out where policies are enforced.</source>
        <translation>Er ruft %1 an %2 auf (%L3), und die Richtlinie `%4` lässt ihn nicht hinaus, wo Richtlinien durchgesetzt werden.</translation>
    </message>
    <message>
        <source>%1 leads to it on %2, and policy `%3` does not let the gateway out where policies are enforced.</source>
        <translation>%1 führt an %2 zu ihm, und die Richtlinie `%3` lässt das Gateway nicht hinaus, wo Richtlinien durchgesetzt werden.</translation>
    </message>
    <message>
        <source>It calls %1 on %2 (%L3), and policy `%4` does not let it in where policies are enforced.</source>
        <translation>Er ruft %1 an %2 auf (%L3), und die Richtlinie `%4` lässt ihn nicht herein, wo Richtlinien durchgesetzt werden.</translation>
    </message>
    <message>
        <source>%1 leads to it on %2, and policy `%3` does not let the gateway in where policies are enforced.</source>
        <translation>%1 führt an %2 zu ihm, und die Richtlinie `%3` lässt das Gateway nicht herein, wo Richtlinien durchgesetzt werden.</translation>
    </message>
    <message>
        <source>Policy `%1` cuts off calls of %L2 where policies are enforced.</source>
        <translation>Die Richtlinie `%1` schneidet Aufrufe ab, wo Richtlinien durchgesetzt werden: %L2.</translation>
    </message>
    <message>
        <source>Policy `%1` cuts off the gateway from %L2 where policies are enforced.</source>
        <translation>Die Richtlinie `%1` schneidet das Gateway ab, wo Richtlinien durchgesetzt werden: %L2.</translation>
    </message>
    <message>
        <source>%1 selects none of the %2 workloads of %3 in the input.</source>
        <translation>%1 wählt keinen der %2 Workloads von %3 in der Eingabe aus.</translation>
    </message>
    <message>
        <source>%1 selects none of the 1 workload of %2 in the input.</source>
        <translation>%1 wählt den einen Workload von %2 in der Eingabe nicht aus.</translation>
    </message>
    <message>
        <source>A %1 has no replicas to lose.</source>
        <extracomment>Failure</extracomment>
        <translation>Ein %1 hat keine Replikate zu verlieren.</translation>
    </message>
    <message>
        <source>One replica only.</source>
        <translation>Nur ein Replikat.</translation>
    </message>
    <message>
        <source>One replica only: %L1.</source>
        <translation>Nur ein Replikat: %L1.</translation>
    </message>
    <message>
        <source>It lacks %L1.</source>
        <translation>Es fehlt: %L1.</translation>
    </message>
    <message>
        <source>a second replica</source>
        <translation>ein zweites Replikat</translation>
    </message>
    <message>
        <source>a memory limit</source>
        <translation>ein Speicherlimit</translation>
    </message>
    <message>
        <source>a readiness probe</source>
        <translation>eine Readiness-Probe</translation>
    </message>
    <message>
        <source>a disruption budget</source>
        <translation>ein Disruption-Budget</translation>
    </message>
    <message>
        <source>a budget that lets nodes be emptied</source>
        <translation>ein Budget, das Knoten leeren lässt</translation>
    </message>
    <message>
        <source>a budget that keeps anything running</source>
        <translation>ein Budget, das etwas am Laufen hält</translation>
    </message>
    <message>
        <source>A container has no memory limit: it may take its neighbours' memory.</source>
        <translation>Ein Container hat kein Speicherlimit: er kann den Speicher seiner Nachbarn belegen.</translation>
    </message>
    <message>
        <source>Containers of %L1 have no memory limit: they may take their neighbours' memory.</source>
        <translation>Container von %L1 haben kein Speicherlimit: sie können den Speicher ihrer Nachbarn belegen.</translation>
    </message>
    <message>
        <source>The disruption budget allows no disruption at all: nodes cannot be emptied.</source>
        <translation>Das Disruption-Budget erlaubt gar keine Unterbrechung: Knoten lassen sich nicht leeren.</translation>
    </message>
    <message>
        <source>The disruption budget allows every pod to be disrupted at once.</source>
        <translation>Das Disruption-Budget erlaubt, alle Pods zugleich zu unterbrechen.</translation>
    </message>
    <message>
        <source>1 replica, limits, probes and a budget are written.</source>
        <translation>1 Replikat, Limits, Probes und ein Budget sind angegeben.</translation>
    </message>
    <message>
        <source>%1 replicas, limits, probes and a budget are written.</source>
        <translation>%1 Replikate, Limits, Probes und ein Budget sind angegeben.</translation>
    </message>
    <message>
        <source>It uses no store that is shown.</source>
        <translation>Er nutzt keinen gezeigten Speicher.</translation>
    </message>
    <message>
        <source>Its data stands in an emptyDir and goes with the pod.</source>
        <translation>Seine Daten liegen in einem emptyDir und gehen mit dem Pod verloren.</translation>
    </message>
    <message>
        <source>The data of this store stands in an emptyDir and goes with the pod.</source>
        <translation>Die Daten dieses Speichers liegen in einem emptyDir und gehen mit dem Pod verloren.</translation>
    </message>
    <message>
        <source>The data of %L1 stands in emptyDirs and goes with the pods.</source>
        <translation>Die Daten von %L1 liegen in emptyDirs und gehen mit den Pods verloren.</translation>
    </message>
    <message>
        <source>It is a store itself.</source>
        <translation>Er ist selbst ein Speicher.</translation>
    </message>
    <message>
        <source>Its store %1 serves nobody else that is known.</source>
        <translation>Sein Speicher %1 dient niemand anderem, der bekannt ist.</translation>
    </message>
    <message>
        <source>Its store %1 is shared by workloads of %2 owners.</source>
        <translation>Seinen Speicher %1 teilen sich Workloads von %2 Eignern.</translation>
    </message>
    <message>
        <source>The store %1 is shared by workloads of %2 owners.</source>
        <translation>Den Speicher %1 teilen sich Workloads von %2 Eignern.</translation>
    </message>
    <message>
        <source>The store %1 is shared by %L2 of several owners.</source>
        <translation>Den Speicher %1 teilen sich %L2 mehrerer Eigner.</translation>
    </message>
    <message>
        <source>Its store %1 is used by %2 workloads, whose owners are not stated.</source>
        <translation>Seinen Speicher %1 nutzen %2 Workloads, deren Eigner nicht genannt sind.</translation>
    </message>
    <message>
        <source>Its store %1 serves workloads of one owner.</source>
        <translation>Sein Speicher %1 dient Workloads eines Eigners.</translation>
    </message>
    <message>
        <source>The pod's containers are not in the input.</source>
        <extracomment>Hardening and admission</extracomment>
        <translation>Die Container des Pods sind nicht in der Eingabe.</translation>
    </message>
    <message>
        <source>Pod Security Standards, baseline, does not hold: %L1.</source>
        <translation>Pod Security Standards, baseline, gilt nicht: %L1.</translation>
    </message>
    <message>
        <source>Pod Security Standards, baseline, holds; restricted does not: %L1.</source>
        <translation>Pod Security Standards, baseline, gilt; restricted nicht: %L1.</translation>
    </message>
    <message>
        <source>Pod Security Standards, restricted, holds; the root file system of %L1 is writable.</source>
        <translation>Pod Security Standards, restricted, gilt; das Wurzeldateisystem ist beschreibbar: %L1.</translation>
    </message>
    <message>
        <source>Pod Security Standards, restricted, and a read-only root hold for 1 container.</source>
        <translation>Pod Security Standards, restricted, und eine schreibgeschützte Wurzel gelten für 1 Container.</translation>
    </message>
    <message>
        <source>Pod Security Standards, restricted, and a read-only root hold for %1 containers.</source>
        <translation>Pod Security Standards, restricted, und eine schreibgeschützte Wurzel gelten für %1 Container.</translation>
    </message>
    <message>
        <source>Pod Security Standards, restricted, forbids this: %L1.</source>
        <translation>Pod Security Standards, restricted, verbietet dies: %L1.</translation>
    </message>
    <message>
        <source>Pod Security Standards, restricted, asks for settings that are not written: %L1.</source>
        <translation>Pod Security Standards, restricted, verlangt Einstellungen, die nicht angegeben sind: %L1.</translation>
    </message>
    <message>
        <source>Pod Security Standards, restricted, asks for settings that %L1 do not write.</source>
        <translation>Pod Security Standards, restricted, verlangt Einstellungen, die nicht angegeben sind: %L1.</translation>
    </message>
    <message>
        <source>The root file system of %L1 is writable.</source>
        <translation>Das Wurzeldateisystem ist beschreibbar: %L1.</translation>
    </message>
    <message>
        <source>The root file systems of %L1 are writable.</source>
        <translation>Die Wurzeldateisysteme von %L1 sind beschreibbar.</translation>
    </message>
    <message>
        <source>Known need of %1: %2.</source>
        <translation>Bekannter Bedarf von %1: %2.</translation>
    </message>
    <message>
        <source>The mesh's injection gives %L1 an init container with network capabilities.</source>
        <translation>Die Injektion des Mesh gibt einen Init-Container mit Netzwerk-Capabilities: %L1.</translation>
    </message>
    <message>
        <source>%L1, mounted read-only</source>
        <translation>%L1, schreibgeschützt eingehängt</translation>
    </message>
    <message>
        <source>the pod</source>
        <translation>der Pod</translation>
    </message>
    <message>
        <source>container `%1`</source>
        <translation>Container `%1`</translation>
    </message>
    <message>
        <source>init container `%1`</source>
        <translation>Init-Container `%1`</translation>
    </message>
    <message>
        <source>sidecar `%1`</source>
        <translation>Sidecar `%1`</translation>
    </message>
    <message>
        <source>ephemeral container `%1`</source>
        <translation>Ephemeral Container `%1`</translation>
    </message>
    <message>
        <source>%L1 is a Windows host process</source>
        <translation>%L1 ist ein Windows-Hostprozess</translation>
    </message>
    <message>
        <source>the pod shares the node's network</source>
        <translation>der Pod teilt das Netz des Knotens</translation>
    </message>
    <message>
        <source>the pod shares the node's processes</source>
        <translation>der Pod teilt die Prozesse des Knotens</translation>
    </message>
    <message>
        <source>the pod shares the node's inter-process communication</source>
        <translation>der Pod teilt die Interprozesskommunikation des Knotens</translation>
    </message>
    <message>
        <source>%L1 is privileged</source>
        <translation>%L1 ist privilegiert</translation>
    </message>
    <message>
        <source>%L1 adds the capability %2</source>
        <translation>%L1 fügt die Capability %2 hinzu</translation>
    </message>
    <message>
        <source>volume `%1` is a path of the node</source>
        <translation>Volume `%1` ist ein Pfad des Knotens</translation>
    </message>
    <message>
        <source>volume `%1` is %2 of the node</source>
        <translation>Volume `%1` ist %2 des Knotens</translation>
    </message>
    <message>
        <source>volume `%1` is of type %2</source>
        <translation>Volume `%1` ist vom Typ %2</translation>
    </message>
    <message>
        <source>%L1 takes port %2 of the node</source>
        <translation>%L1 belegt Port %2 des Knotens</translation>
    </message>
    <message>
        <source>%L1 names a host in its %2 handler</source>
        <translation>%L1 nennt einen Host im Handler %2</translation>
    </message>
    <message>
        <source>%L1 turns AppArmor off</source>
        <translation>%L1 schaltet AppArmor ab</translation>
    </message>
    <message>
        <source>an annotation turns AppArmor off for container `%1`</source>
        <translation>eine Annotation schaltet AppArmor ab für Container `%1`</translation>
    </message>
    <message>
        <source>%L1 runs with the SELinux type %2</source>
        <translation>%L1 läuft mit dem SELinux-Typ %2</translation>
    </message>
    <message>
        <source>%L1 sets an SELinux user</source>
        <translation>%L1 setzt einen SELinux-Benutzer</translation>
    </message>
    <message>
        <source>%L1 sets an SELinux role</source>
        <translation>%L1 setzt eine SELinux-Rolle</translation>
    </message>
    <message>
        <source>%L1 unmasks /proc</source>
        <translation>%L1 legt /proc offen</translation>
    </message>
    <message>
        <source>%L1 turns seccomp off</source>
        <translation>%L1 schaltet seccomp ab</translation>
    </message>
    <message>
        <source>the pod sets the kernel parameter %1</source>
        <translation>der Pod setzt den Kernelparameter %1</translation>
    </message>
    <message>
        <source>%L1 allows privilege escalation</source>
        <translation>%L1 erlaubt Rechteausweitung</translation>
    </message>
    <message>
        <source>%L1 does not rule out privilege escalation</source>
        <translation>%L1 schließt Rechteausweitung nicht aus</translation>
    </message>
    <message>
        <source>%L1 says runAsNonRoot: false</source>
        <translation>%L1 sagt runAsNonRoot: false</translation>
    </message>
    <message>
        <source>%L1 may run as root</source>
        <translation>%L1 kann als root laufen</translation>
    </message>
    <message>
        <source>%L1 runs as user 0</source>
        <translation>%L1 läuft als Benutzer 0</translation>
    </message>
    <message>
        <source>%L1 sets no seccomp profile</source>
        <translation>%L1 setzt kein seccomp-Profil</translation>
    </message>
    <message>
        <source>%L1 does not drop all capabilities</source>
        <translation>%L1 legt nicht alle Capabilities ab</translation>
    </message>
    <message>
        <source>It runs in the platform namespace %1 and is none of the platform's known components.</source>
        <translation>Er läuft im Plattform-Namensraum %1 und ist kein bekannter Teil der Plattform.</translation>
    </message>
    <message>
        <source>Configured and running differ: a running pod breaks the namespace's enforced level %1 (%L2).</source>
        <translation>Konfiguriert und laufend unterscheiden sich: ein laufender Pod verletzt die durchgesetzte Stufe %1 des Namensraums (%L2).</translation>
    </message>
    <message>
        <source>The pod template breaks the namespace's enforced level %1 (%L2).</source>
        <translation>Die Pod-Vorlage verletzt die durchgesetzte Stufe %1 des Namensraums (%L2).</translation>
    </message>
    <message>
        <source>The namespace enforces %1; pods of %L2 break it.</source>
        <translation>Der Namensraum setzt %1 durch; verletzt von Pods: %L2.</translation>
    </message>
    <message>
        <source>The namespace enforces the Pod Security level restricted.</source>
        <translation>Der Namensraum setzt die Pod-Security-Stufe restricted durch.</translation>
    </message>
    <message>
        <source>The namespace enforces the Pod Security level baseline only.</source>
        <translation>Der Namensraum setzt nur die Pod-Security-Stufe baseline durch.</translation>
    </message>
    <message>
        <source>The namespace of %L1 enforces the Pod Security level baseline only.</source>
        <translation>Der Namensraum setzt nur die Pod-Security-Stufe baseline durch: %L1.</translation>
    </message>
    <message>
        <source>A running pod breaks even the level baseline (%L1): no rule keeps it out of %2.</source>
        <translation>Ein laufender Pod verletzt selbst die Stufe baseline (%L1): keine Regel hält ihn aus %2 fern.</translation>
    </message>
    <message>
        <source>Running pods of %L1 break even the level baseline: no rule keeps them out.</source>
        <translation>Laufende Pods von %L1 verletzen selbst die Stufe baseline: keine Regel hält sie fern.</translation>
    </message>
    <message>
        <source>The namespace enforces the Pod Security level privileged, which forbids nothing.</source>
        <translation>Der Namensraum setzt die Pod-Security-Stufe privileged durch, die nichts verbietet.</translation>
    </message>
    <message>
        <source>The namespace of %L1 enforces the Pod Security level privileged, which forbids nothing.</source>
        <translation>Der Namensraum setzt die Pod-Security-Stufe privileged durch, die nichts verbietet: %L1.</translation>
    </message>
    <message>
        <source>Admission rules of kind %1 are in the input; what they enforce is not read.</source>
        <translation>Admission-Regeln der Art %1 sind in der Eingabe; was sie durchsetzen, wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The namespace sets no enforced Pod Security level; the API server's own default is in no object.</source>
        <translation>Der Namensraum setzt keine Pod-Security-Stufe durch; die Vorgabe des API-Servers steht in keinem Objekt.</translation>
    </message>
    <message>
        <source>The Namespace object of %1 is not in the input.</source>
        <translation>Das Namespace-Objekt von %1 ist nicht in der Eingabe.</translation>
    </message>
    <message>
        <source>the label `%1` only warns</source>
        <translation>das Label `%1` warnt nur</translation>
    </message>
    <message>
        <source>the label `%1` only logs</source>
        <translation>das Label `%1` protokolliert nur</translation>
    </message>
    <message>
        <source>The namespace's Pod Security level %1 only warns; it blocks nothing.</source>
        <translation>Die Pod-Security-Stufe %1 des Namensraums warnt nur; sie blockiert nichts.</translation>
    </message>
    <message>
        <source>The namespace's Pod Security level %1 only logs; it blocks nothing.</source>
        <translation>Die Pod-Security-Stufe %1 des Namensraums protokolliert nur; sie blockiert nichts.</translation>
    </message>
    <message>
        <source>The namespace's Pod Security level blocks nothing for %L1: it only warns or logs.</source>
        <translation>Die Pod-Security-Stufe des Namensraums blockiert nichts für %L1: sie warnt oder protokolliert nur.</translation>
    </message>
    <message>
        <source>Its account %1 carries a cloud role, whose rights are not in the input.</source>
        <extracomment>Privilege</extracomment>
        <translation>Sein Konto %1 trägt eine Cloud-Rolle, deren Rechte nicht in der Eingabe sind.</translation>
    </message>
    <message>
        <source>The token of account %1 is not mounted: %L2.</source>
        <translation>Das Token des Kontos %1 ist nicht eingehängt: %L2.</translation>
    </message>
    <message>
        <source>a running pod mounts it</source>
        <translation>ein laufender Pod hängt es ein</translation>
    </message>
    <message>
        <source>no running pod mounts it</source>
        <translation>kein laufender Pod hängt es ein</translation>
    </message>
    <message>
        <source>the pod template says so</source>
        <translation>die Pod-Vorlage sagt es</translation>
    </message>
    <message>
        <source>its ServiceAccount says so</source>
        <translation>sein ServiceAccount sagt es</translation>
    </message>
    <message>
        <source>nothing says otherwise</source>
        <translation>nichts sagt anderes</translation>
    </message>
    <message>
        <source>Whoever takes it over may %L1 (account %2).</source>
        <translation>Wer ihn übernimmt, darf %L1 (Konto %2).</translation>
    </message>
    <message>
        <source>Whoever takes it over may %L1 (account %2, through the group %3).</source>
        <translation>Wer ihn übernimmt, darf %L1 (Konto %2, über die Gruppe %3).</translation>
    </message>
    <message>
        <source>Whoever takes over any of %L1 may %L2.</source>
        <translation>Wer einen davon übernimmt, darf %L2: %L1.</translation>
    </message>
    <message>
        <source>Its account %1 may %L2.</source>
        <translation>Sein Konto %1 darf %L2.</translation>
    </message>
    <message>
        <source>The namespace's default account has rights: every pod without an account of its own has them.</source>
        <translation>Das Standardkonto des Namensraums hat Rechte: jeder Pod ohne eigenes Konto hat sie.</translation>
    </message>
    <message>
        <source>The namespace's default account has rights; %L1 use it.</source>
        <translation>Das Standardkonto des Namensraums hat Rechte; es nutzen %L1.</translation>
    </message>
    <message>
        <source>The token of account %1 is mounted; which rights it has was not read.</source>
        <translation>Das Token des Kontos %1 ist eingehängt; welche Rechte es hat, wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Its account %1 is bound to %L2, not in the input.</source>
        <translation>Sein Konto %1 ist gebunden an %L2, nicht in der Eingabe.</translation>
    </message>
    <message>
        <source>The token of account %1 is mounted (%L2) though the account has no rights.</source>
        <translation>Das Token des Kontos %1 ist eingehängt (%L2), obwohl das Konto keine Rechte hat.</translation>
    </message>
    <message>
        <source>Account tokens are mounted into %L1 though the accounts have no rights.</source>
        <translation>Konto-Tokens sind eingehängt, obwohl die Konten keine Rechte haben: %L1.</translation>
    </message>
    <message>
        <source>It uses the namespace's default account, which has rights: every pod without an account of its own has them.</source>
        <translation>Er nutzt das Standardkonto des Namensraums, das Rechte hat: jeder Pod ohne eigenes Konto hat sie.</translation>
    </message>
    <message>
        <source>Its account %1 has 1 binding, none with rights beyond its own work.</source>
        <translation>Sein Konto %1 hat 1 Bindung, keine mit Rechten über seine Arbeit hinaus.</translation>
    </message>
    <message>
        <source>Its account %1 has %2 bindings, none with rights beyond its own work.</source>
        <translation>Sein Konto %1 hat %2 Bindungen, keine mit Rechten über seine Arbeit hinaus.</translation>
    </message>
    <message>
        <source>do everything in the cluster</source>
        <translation>im Cluster alles tun</translation>
    </message>
    <message>
        <source>do everything in namespace %1</source>
        <translation>im Namensraum %1 alles tun</translation>
    </message>
    <message>
        <source>impersonate others</source>
        <translation>sich als andere ausgeben</translation>
    </message>
    <message>
        <source>reach the kubelets through nodes/proxy</source>
        <translation>die Kubelets über nodes/proxy erreichen</translation>
    </message>
    <message>
        <source>%1 %2 gives the role %3 to requests without any credentials.</source>
        <translation>%1 %2 gibt die Rolle %3 an Anfragen ohne Anmeldedaten.</translation>
    </message>
    <message>
        <source>%1 %2 gives the role %3 to requests without any credentials, which may %L4.</source>
        <translation>%1 %2 gibt die Rolle %3 an Anfragen ohne Anmeldedaten; diese dürfen %L4.</translation>
    </message>
    <message>
        <source>%1 %2 gives the role %3 to the group %4.</source>
        <translation>%1 %2 gibt die Rolle %3 an die Gruppe %4.</translation>
    </message>
    <message>
        <source>%1 %2 gives the role %3 to the group %4, which may %L5.</source>
        <translation>%1 %2 gibt die Rolle %3 an die Gruppe %4; sie darf %L5.</translation>
    </message>
    <message>
        <source>Account %1, which no workload in the input uses, may %L2: whoever gets a token of it may too.</source>
        <translation>Konto %1, das kein Workload der Eingabe nutzt, darf %L2: wer ein Token davon erhält, darf es auch.</translation>
    </message>
    <message>
        <source>change every kind of core object of the cluster</source>
        <translation>im ganzen Cluster jede Art Kernobjekt ändern</translation>
    </message>
    <message>
        <source>read every Secret of the cluster</source>
        <translation>im ganzen Cluster jedes Secret lesen</translation>
    </message>
    <message>
        <source>give itself more rights (bind or escalate) of the cluster</source>
        <translation>im ganzen Cluster sich selbst mehr Rechte geben (bind oder escalate)</translation>
    </message>
    <message>
        <source>run commands in pods of the cluster</source>
        <translation>im ganzen Cluster Befehle in Pods ausführen</translation>
    </message>
    <message>
        <source>ask for tokens of other accounts of the cluster</source>
        <translation>im ganzen Cluster Tokens anderer Konten anfordern</translation>
    </message>
    <message>
        <source>open connections to pods past every gateway of the cluster</source>
        <translation>im ganzen Cluster an jedem Gateway vorbei Verbindungen zu Pods öffnen</translation>
    </message>
    <message>
        <source>start pods of the cluster, under any account there</source>
        <translation>im ganzen Cluster Pods unter jedem dortigen Konto starten</translation>
    </message>
    <message>
        <source>change every kind of core object in namespace %1</source>
        <translation>im Namensraum %1 jede Art Kernobjekt ändern</translation>
    </message>
    <message>
        <source>read every Secret in namespace %1</source>
        <translation>im Namensraum %1 jedes Secret lesen</translation>
    </message>
    <message>
        <source>give itself more rights (bind or escalate) in namespace %1</source>
        <translation>im Namensraum %1 sich selbst mehr Rechte geben (bind oder escalate)</translation>
    </message>
    <message>
        <source>run commands in pods in namespace %1</source>
        <translation>im Namensraum %1 Befehle in Pods ausführen</translation>
    </message>
    <message>
        <source>ask for tokens of other accounts in namespace %1</source>
        <translation>im Namensraum %1 Tokens anderer Konten anfordern</translation>
    </message>
    <message>
        <source>open connections to pods past every gateway in namespace %1</source>
        <translation>im Namensraum %1 an jedem Gateway vorbei Verbindungen zu Pods öffnen</translation>
    </message>
    <message>
        <source>start pods in namespace %1, under any account there</source>
        <translation>im Namensraum %1 Pods unter jedem dortigen Konto starten</translation>
    </message>
    <message>
        <source>A credential-like literal stands in the environment: %L1.</source>
        <extracomment>Secrets</extracomment>
        <translation>In der Umgebung steht etwas wie Zugangsdaten im Klartext: %L1.</translation>
    </message>
    <message>
        <source>A credential-like literal stands in the arguments: %L1.</source>
        <translation>In den Argumenten steht etwas wie Zugangsdaten im Klartext: %L1.</translation>
    </message>
    <message>
        <source>A credential-like value stands in ConfigMap %1, key %2.</source>
        <translation>In ConfigMap %1, Schlüssel %2, steht etwas wie Zugangsdaten.</translation>
    </message>
    <message>
        <source>A credential-like value stands in ConfigMap %1, key %2, which no workload in the input uses.</source>
        <translation>In ConfigMap %1, Schlüssel %2, die kein Workload der Eingabe nutzt, steht etwas wie Zugangsdaten.</translation>
    </message>
    <message>
        <source>ConfigMap %1, key %2</source>
        <translation>ConfigMap %1, Schlüssel %2</translation>
    </message>
    <message>
        <source>an argument of %1</source>
        <translation>ein Argument von %1</translation>
    </message>
    <message>
        <source>Every key of a Secret is put into the environment of a service that the outside reaches.</source>
        <translation>Jeder Schlüssel eines Secret steht in der Umgebung eines Dienstes, der von außen erreichbar ist.</translation>
    </message>
    <message>
        <source>Credential-like literals stand in plain configuration: %L1.</source>
        <translation>In offener Konfiguration steht etwas wie Zugangsdaten: %L1.</translation>
    </message>
    <message>
        <source>Credentials come from Secret references, but the values of %L1 are written in a manifest.</source>
        <translation>Zugangsdaten kommen aus Secret-Verweisen, aber die Werte stehen in einem Manifest: %L1.</translation>
    </message>
    <message>
        <source>Credentials come from Secret references, but a copy of the values of %L1 stands in an annotation of the Secret.</source>
        <translation>Zugangsdaten kommen aus Secret-Verweisen, aber eine Kopie der Werte steht in einer Annotation des Secret: %L1.</translation>
    </message>
    <message>
        <source>ConfigMaps that it uses are not in the input: %L1.</source>
        <translation>ConfigMaps, die er nutzt, sind nicht in der Eingabe: %L1.</translation>
    </message>
    <message>
        <source>Credentials come from Secret references; no environment variable, argument or ConfigMap is set that could hold a credential.</source>
        <translation>Zugangsdaten kommen aus Secret-Verweisen; keine Umgebungsvariable, kein Argument und keine ConfigMap könnte Zugangsdaten enthalten.</translation>
    </message>
    <message>
        <source>no environment variable, argument or ConfigMap is set that could hold a credential.</source>
        <translation>keine Umgebungsvariable, kein Argument und keine ConfigMap ist gesetzt, die Zugangsdaten enthalten könnte.</translation>
    </message>
    <message>
        <source>Credentials come from Secret references; no credential-like literal was seen in 1 setting.</source>
        <translation>Zugangsdaten kommen aus Secret-Verweisen; in 1 Einstellung wurde nichts wie Zugangsdaten gesehen.</translation>
    </message>
    <message>
        <source>Credentials come from Secret references; no credential-like literal was seen in %1 settings.</source>
        <translation>Zugangsdaten kommen aus Secret-Verweisen; in %1 Einstellungen wurde nichts wie Zugangsdaten gesehen.</translation>
    </message>
    <message>
        <source>no credential-like literal was seen in 1 setting.</source>
        <translation>in 1 Einstellung wurde nichts wie Zugangsdaten gesehen.</translation>
    </message>
    <message>
        <source>no credential-like literal was seen in %1 settings.</source>
        <translation>in %1 Einstellungen wurde nichts wie Zugangsdaten gesehen.</translation>
    </message>
    <message>
        <source>A copy of the values of %1 stands in its last-applied-configuration annotation.</source>
        <translation>Eine Kopie der Werte von %1 steht in seiner Annotation last-applied-configuration.</translation>
    </message>
    <message>
        <source>%1 holds an account token that never expires.</source>
        <translation>%1 enthält ein Konto-Token, das nie abläuft.</translation>
    </message>
    <message>
        <source>%1 asks for an account token that never expires.</source>
        <translation>%1 fordert ein Konto-Token an, das nie abläuft.</translation>
    </message>
    <message>
        <source>The values of %1 are written in a manifest (%L2): whoever reads the file reads them.</source>
        <translation>Die Werte von %1 stehen in einem Manifest (%L2): wer die Datei liest, liest sie.</translation>
    </message>
    <message>
        <source>%1 holds placeholders (%L2).</source>
        <translation>%1 enthält Platzhalter (%L2).</translation>
    </message>
    <message>
        <source>Image %1: %2 critical and 1 high finding have a fix.</source>
        <extracomment>Images, reports, testing and runtime</extracomment>
        <translation>Image %1: %2 kritische und 1 hoher Befund sind behebbar.</translation>
    </message>
    <message>
        <source>Image %1: %2 critical and %3 high findings have a fix.</source>
        <translation>Image %1: %2 kritische und %3 hohe Befunde sind behebbar.</translation>
    </message>
    <message>
        <source>Image %1 was scanned %2 days ago.</source>
        <translation>Image %1 wurde vor %2 Tagen gescannt.</translation>
    </message>
    <message>
        <source>Image %1 was scanned long ago.</source>
        <translation>Image %1 wurde vor langer Zeit gescannt.</translation>
    </message>
    <message>
        <source>The report is of another digest than the one that runs: %L1</source>
        <translation>Der Bericht ist von einem anderen Digest als dem laufenden: %L1</translation>
    </message>
    <message>
        <source>A scan of image %1 was attempted and says nothing: %L2</source>
        <translation>Ein Scan des Image %1 wurde versucht und sagt nichts: %L2</translation>
    </message>
    <message>
        <source>Image %1 is not among the %2 scanned.</source>
        <translation>Image %1 ist nicht unter den %2 gescannten.</translation>
    </message>
    <message>
        <source>Image %1 is not among the %2 scanned: %L3</source>
        <translation>Image %1 ist nicht unter den %2 gescannten: %L3</translation>
    </message>
    <message>
        <source>%1 is not among the %2 scanned images.</source>
        <translation>%1 ist nicht unter den %2 gescannten Images.</translation>
    </message>
    <message>
        <source>Not among the %1 scanned images.</source>
        <translation>Nicht unter den %1 gescannten Images.</translation>
    </message>
    <message>
        <source>No report of an image is in the input.</source>
        <translation>Kein Bericht über ein Image ist in der Eingabe.</translation>
    </message>
    <message>
        <source>Configured and running differ: the template names %1, a running pod %2.</source>
        <translation>Konfiguriert und laufend unterscheiden sich: die Vorlage nennt %1, ein laufender Pod %2.</translation>
    </message>
    <message>
        <source>Running pods of one workload hold different images for %1: the tag moved between their starts.</source>
        <translation>Laufende Pods eines Workloads enthalten verschiedene Images für %1: das Tag hat sich zwischen ihren Starts bewegt.</translation>
    </message>
    <message>
        <source>No image report is in the input.</source>
        <translation>Kein Image-Bericht ist in der Eingabe.</translation>
    </message>
    <message>
        <source>The tag may name another image tomorrow: %L1.</source>
        <translation>Das Tag kann morgen ein anderes Image benennen: %L1.</translation>
    </message>
    <message>
        <source>The image tags of %L1 may name other images tomorrow.</source>
        <translation>Die Image-Tags von %L1 können morgen andere Images benennen.</translation>
    </message>
    <message>
        <source>No image is written for this workload.</source>
        <translation>Für diesen Workload ist kein Image angegeben.</translation>
    </message>
    <message>
        <source>%1 of 1 image covered by a report without an open critical or high finding that has a fix.</source>
        <translation>%1 von 1 Image von einem Bericht ohne offenen behebbaren kritischen oder hohen Befund abgedeckt.</translation>
    </message>
    <message>
        <source>%1 of %2 images covered by a report without an open critical or high finding that has a fix.</source>
        <translation>%1 von %2 Images von einem Bericht ohne offenen behebbaren kritischen oder hohen Befund abgedeckt.</translation>
    </message>
    <message>
        <source>%1 of 1 image named by digest.</source>
        <translation>%1 von 1 Image per Digest benannt.</translation>
    </message>
    <message>
        <source>%1 of %2 images named by digest.</source>
        <translation>%1 von %2 Images per Digest benannt.</translation>
    </message>
    <message>
        <source>%1: 1 critical or high finding has a fix.</source>
        <translation>%1: 1 kritischer oder hoher Befund ist behebbar.</translation>
    </message>
    <message>
        <source>%1: %2 critical or high findings have a fix.</source>
        <translation>%1: %2 kritische oder hohe Befunde sind behebbar.</translation>
    </message>
    <message>
        <source>No known vulnerability with a fix, critical or high, in the reports of its images.</source>
        <translation>Keine bekannte behebbare Schwachstelle, kritisch oder hoch, in den Berichten seiner Images.</translation>
    </message>
    <message>
        <source>No known vulnerability with a fix, critical or high, in the reports of its images; not every image is named by digest.</source>
        <translation>Keine bekannte behebbare Schwachstelle, kritisch oder hoch, in den Berichten seiner Images; nicht jedes Image ist per Digest benannt.</translation>
    </message>
    <message>
        <source>Other pods run another digest, which no report names.</source>
        <translation>Andere Pods laufen mit einem anderen Digest, den kein Bericht nennt.</translation>
    </message>
    <message>
        <source>It does not say when the scan was made.</source>
        <translation>Er sagt nicht, wann gescannt wurde.</translation>
    </message>
    <message>
        <source>It is %1 days old; the limit is %2 days.</source>
        <translation>Er ist %1 Tage alt; die Frist ist %2 Tage.</translation>
    </message>
    <message>
        <source>an image without a name</source>
        <translation>einem Image ohne Namen</translation>
    </message>
    <message>
        <source>an image without a name (%1)</source>
        <translation>einem Image ohne Namen (%1)</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same digest, %3.</source>
        <translation>Der %1-Bericht über %L2 nennt denselben Digest, %3.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same digest, %3; %L4.</source>
        <translation>Der %1-Bericht über %L2 nennt denselben Digest, %3; %L4.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same digest, %3, under another name.</source>
        <translation>Der %1-Bericht über %L2 nennt denselben Digest, %3, unter anderem Namen.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same digest, %3, under another name; %L4.</source>
        <translation>Der %1-Bericht über %L2 nennt denselben Digest, %3, unter anderem Namen; %L4.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names this workload, which has one image.</source>
        <translation>Der %1-Bericht über %L2 nennt diesen Workload, der ein Image hat.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names this workload, which has one image; %L3.</source>
        <translation>Der %1-Bericht über %L2 nennt diesen Workload, der ein Image hat; %L3.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 does not name this image; a person says that it is of it.</source>
        <translation>Der %1-Bericht über %L2 nennt dieses Image nicht; eine Person sagt, dass er davon handelt.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same repository and tag; no digest can be compared.</source>
        <translation>Der %1-Bericht über %L2 nennt dasselbe Repository und Tag; kein Digest lässt sich vergleichen.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same repository and tag; no digest can be compared; %L3.</source>
        <translation>Der %1-Bericht über %L2 nennt dasselbe Repository und Tag; kein Digest lässt sich vergleichen; %L3.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same repository and tag; no digest can be compared, and such a tag may name another image by now.</source>
        <translation>Der %1-Bericht über %L2 nennt dasselbe Repository und Tag; kein Digest lässt sich vergleichen, und ein solches Tag kann inzwischen ein anderes Image benennen.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same repository and tag; no digest can be compared, and such a tag may name another image by now; %L3.</source>
        <translation>Der %1-Bericht über %L2 nennt dasselbe Repository und Tag; kein Digest lässt sich vergleichen, und ein solches Tag kann inzwischen ein anderes Image benennen; %L3.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same repository and tag by a mirror rule; no digest can be compared.</source>
        <translation>Der %1-Bericht über %L2 nennt nach einer Spiegelregel dasselbe Repository und Tag; kein Digest lässt sich vergleichen.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same repository and tag by a mirror rule; no digest can be compared; %L3.</source>
        <translation>Der %1-Bericht über %L2 nennt nach einer Spiegelregel dasselbe Repository und Tag; kein Digest lässt sich vergleichen; %L3.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same repository and tag by a mirror rule; no digest can be compared, and such a tag may name another image by now.</source>
        <translation>Der %1-Bericht über %L2 nennt nach einer Spiegelregel dasselbe Repository und Tag; kein Digest lässt sich vergleichen, und ein solches Tag kann inzwischen ein anderes Image benennen.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 names the same repository and tag by a mirror rule; no digest can be compared, and such a tag may name another image by now; %L3.</source>
        <translation>Der %1-Bericht über %L2 nennt nach einer Spiegelregel dasselbe Repository und Tag; kein Digest lässt sich vergleichen, und ein solches Tag kann inzwischen ein anderes Image benennen; %L3.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 has the same tag but another digest (%3 there, %4 here): the tag names another image by now.</source>
        <translation>Der %1-Bericht über %L2 hat dasselbe Tag, aber einen anderen Digest (%3 dort, %4 hier): das Tag benennt inzwischen ein anderes Image.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 is about another platform's image of the same index.</source>
        <translation>Der %1-Bericht über %L2 handelt vom Image einer anderen Plattform im selben Index.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 is for %3, this container is for %4.</source>
        <translation>Der %1-Bericht über %L2 ist für %3, dieser Container ist für %4.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 is an attempted scan only: %3.</source>
        <translation>Der %1-Bericht über %L2 ist nur ein versuchter Scan: %3.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 looked for secrets or configuration, not for vulnerabilities.</source>
        <translation>Der %1-Bericht über %L2 suchte nach Geheimnissen oder Konfiguration, nicht nach Schwachstellen.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 is about another version of %3; it says nothing about this one.</source>
        <translation>Der %1-Bericht über %L2 handelt von einer anderen Version von %3; über diese sagt er nichts.</translation>
    </message>
    <message>
        <source>The %1 report of %L2 says nothing about this image.</source>
        <translation>Der %1-Bericht über %L2 sagt nichts über dieses Image.</translation>
    </message>
    <message>
        <source>No bill of materials or dependency scan is in the input.</source>
        <translation>Keine Stückliste (SBOM) und kein Abhängigkeits-Scan ist in der Eingabe.</translation>
    </message>
    <message>
        <source>A dependency scan covers %1 of %2 images.</source>
        <translation>Ein Abhängigkeits-Scan deckt %1 von %2 Images ab.</translation>
    </message>
    <message>
        <source>1 critical or high finding in its packages has a fix.</source>
        <translation>1 kritischer oder hoher Befund in seinen Paketen ist behebbar.</translation>
    </message>
    <message>
        <source>%1 critical or high findings in its packages have a fix.</source>
        <translation>%1 kritische oder hohe Befunde in seinen Paketen sind behebbar.</translation>
    </message>
    <message>
        <source>The reports of its images matched their packages against vulnerabilities; none critical or high has a fix.</source>
        <translation>Die Berichte seiner Images glichen ihre Pakete mit Schwachstellen ab; keine kritische oder hohe ist behebbar.</translation>
    </message>
    <message>
        <source>A third-party image: its code is tested elsewhere.</source>
        <translation>Ein fremdes Image: sein Code wird anderswo getestet.</translation>
    </message>
    <message>
        <source>A third-party image (%1): its code is tested elsewhere.</source>
        <translation>Ein fremdes Image (%1): sein Code wird anderswo getestet.</translation>
    </message>
    <message>
        <source>No static or dynamic test result for this service is in the input.</source>
        <translation>Kein Ergebnis statischer oder dynamischer Tests für diesen Dienst ist in der Eingabe.</translation>
    </message>
    <message>
        <source>No runtime detector is in the input; agents on the host are invisible to the API.</source>
        <translation>Keine Laufzeiterkennung ist in der Eingabe; Agenten auf dem Host sieht die API nicht.</translation>
    </message>
    <message>
        <source>Nothing shows that its logs, metrics or traces are collected.</source>
        <translation>Nichts zeigt, dass seine Logs, Metriken oder Traces gesammelt werden.</translation>
    </message>
    <message>
        <source>%1 runs on every node it tolerates.</source>
        <translation>%1 läuft auf jedem Knoten, den es toleriert.</translation>
    </message>
    <message>
        <source>%1 runs on selected nodes only.</source>
        <translation>%1 läuft nur auf ausgewählten Knoten.</translation>
    </message>
    <message>
        <source>An annotation asks for its metrics to be collected, and a collector is in the input.</source>
        <translation>Eine Annotation verlangt, seine Metriken zu sammeln, und ein Sammler ist in der Eingabe.</translation>
    </message>
    <message>
        <source>not known in the later state: %L1</source>
        <extracomment>Changes since the last state</extracomment>
        <translation>im späteren Stand nicht bekannt: %L1</translation>
    </message>
    <message>
        <source>not known in the earlier state: %L1</source>
        <translation>im früheren Stand nicht bekannt: %L1</translation>
    </message>
    <message>
        <source>also %L1</source>
        <translation>auch %L1</translation>
    </message>
    <message>
        <source>no longer %L1</source>
        <translation>nicht mehr %L1</translation>
    </message>
    <message>
        <source>also %L1; no longer %L2</source>
        <translation>auch %L1; nicht mehr %L2</translation>
    </message>
    <message>
        <source>whether a check holds is not known in the earlier state</source>
        <translation>ob eine Prüfung greift, ist im früheren Stand nicht bekannt</translation>
    </message>
    <message>
        <source>not all paths are listed in the earlier state: their bound was reached</source>
        <translation>im früheren Stand sind nicht alle Wege aufgeführt: ihre Grenze wurde erreicht</translation>
    </message>
    <message>
        <source>%1 objects were refused in the earlier state</source>
        <translation>%1-Objekte wurden im früheren Stand verweigert</translation>
    </message>
    <message>
        <source>%1 objects of %2 were refused in the earlier state</source>
        <translation>%1-Objekte von %2 wurden im früheren Stand verweigert</translation>
    </message>
    <message>
        <source>%1 objects were not read in the earlier state</source>
        <translation>%1-Objekte wurden im früheren Stand nicht gelesen</translation>
    </message>
    <message>
        <source>%1 objects of %2 were not read in the earlier state</source>
        <translation>%1-Objekte von %2 wurden im früheren Stand nicht gelesen</translation>
    </message>
    <message>
        <source>%1 of %2 is unknown in the earlier state</source>
        <translation>%1 von %2 ist im früheren Stand unbekannt</translation>
    </message>
    <message>
        <source>whether a check holds is not known in the later state</source>
        <translation>ob eine Prüfung greift, ist im späteren Stand nicht bekannt</translation>
    </message>
    <message>
        <source>not all paths are listed in the later state: their bound was reached</source>
        <translation>im späteren Stand sind nicht alle Wege aufgeführt: ihre Grenze wurde erreicht</translation>
    </message>
    <message>
        <source>%1 objects were refused in the later state</source>
        <translation>%1-Objekte wurden im späteren Stand verweigert</translation>
    </message>
    <message>
        <source>%1 objects of %2 were refused in the later state</source>
        <translation>%1-Objekte von %2 wurden im späteren Stand verweigert</translation>
    </message>
    <message>
        <source>%1 objects were not read in the later state</source>
        <translation>%1-Objekte wurden im späteren Stand nicht gelesen</translation>
    </message>
    <message>
        <source>%1 objects of %2 were not read in the later state</source>
        <translation>%1-Objekte von %2 wurden im späteren Stand nicht gelesen</translation>
    </message>
    <message>
        <source>%1 of %2 is unknown in the later state</source>
        <translation>%1 von %2 ist im späteren Stand unbekannt</translation>
    </message>
    <message>
        <source>A filter of kind %1 is applied; what it does is not interpreted here.</source>
        <extracomment>Checks that importers read</extracomment>
        <translation>Ein Filter der Art %1 ist angewandt; was er tut, wird hier nicht ausgewertet.</translation>
    </message>
    <message>
        <source>It is not in the input.</source>
        <translation>Er ist nicht in der Eingabe.</translation>
    </message>
    <message>
        <source>An annotation of %1 was seen and is not interpreted.</source>
        <translation>Eine Annotation von %1 wurde gesehen und wird nicht ausgewertet.</translation>
    </message>
    <message>
        <source>The %1 that it refers to is not in the input.</source>
        <translation>%1, worauf sie verweist, ist nicht in der Eingabe.</translation>
    </message>
    <message>
        <source>the selector asks for `%1`, %2 has `%3`</source>
        <translation>der Selektor verlangt `%1`, %2 hat `%3`</translation>
    </message>
    <message>
        <source>%1 would match, but is not applied</source>
        <translation>%1 würde passen, wird aber nicht angewandt</translation>
    </message>
    <message>
        <source>its distribution is out of support, so the list may be incomplete</source>
        <extracomment>Images, reports, testing and runtime</extracomment>
        <translation>seine Distribution wird nicht mehr gepflegt, die Liste kann also unvollständig sein</translation>
    </message>
    <message>
        <source>matched by hand in the review</source>
        <translation>im Review von Hand zugeordnet</translation>
    </message>
    <message>
        <source>matched by hand in the review (%1)</source>
        <translation>im Review von Hand zugeordnet (%1)</translation>
    </message>
    <message>
        <source>matched by hand in the review; the report names another digest</source>
        <translation>im Review von Hand zugeordnet; der Bericht nennt einen anderen Digest</translation>
    </message>
    <message>
        <source>matched by hand in the review (%1); the report names another digest</source>
        <translation>im Review von Hand zugeordnet (%1); der Bericht nennt einen anderen Digest</translation>
    </message>
    <message>
        <source>it lists no vulnerability and does not say which scanners ran</source>
        <translation>er führt keine Schwachstelle auf und sagt nicht, welche Scanner liefen</translation>
    </message>
    <message>
        <source>%1 says open data</source>
        <extracomment>Sensitivity</extracomment>
        <translation>%1 sagt offene Daten</translation>
    </message>
    <message>
        <source>%1 says internal</source>
        <translation>%1 sagt intern</translation>
    </message>
    <message>
        <source>%1 says confidential</source>
        <translation>%1 sagt vertraulich</translation>
    </message>
    <message>
        <source>%1 says restricted</source>
        <translation>%1 sagt streng vertraulich</translation>
    </message>
    <message>
        <source>the workload's name %1 has the word "%2": %L3</source>
        <translation>der Name %1 des Workloads enthält das Wort „%2“: %L3</translation>
    </message>
    <message>
        <source>the Service's name %1 has the word "%2": %L3</source>
        <translation>der Name %1 des Service enthält das Wort „%2“: %L3</translation>
    </message>
    <message>
        <source>money or card data</source>
        <translation>Geld- oder Kartendaten</translation>
    </message>
    <message>
        <source>financial records</source>
        <translation>Finanzdaten</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>personenbezogene Daten</translation>
    </message>
    <message>
        <source>health data</source>
        <translation>Gesundheitsdaten</translation>
    </message>
    <message>
        <source>data about employees or students</source>
        <translation>Daten über Beschäftigte oder Studierende</translation>
    </message>
    <message>
        <source>keys and credentials</source>
        <translation>Schlüssel und Zugangsdaten</translation>
    </message>
    <message>
        <source>legal or investigative records</source>
        <translation>rechtliche oder Ermittlungsunterlagen</translation>
    </message>
    <message>
        <source>expected a port number from 1 to 65535 at %1, found a mapping</source>
        <extracomment>Problems of reading</extracomment>
        <translation>bei %1 eine Portnummer von 1 bis 65535 erwartet, eine Zuordnung gefunden</translation>
    </message>
    <message>
        <source>expected a list at %1, found a mapping</source>
        <translation>bei %1 eine Liste erwartet, eine Zuordnung gefunden</translation>
    </message>
    <message>
        <source>expected a string at %1, found a mapping</source>
        <translation>bei %1 einen Text erwartet, eine Zuordnung gefunden</translation>
    </message>
    <message>
        <source>expected a number at %1, found a mapping</source>
        <translation>bei %1 eine Zahl erwartet, eine Zuordnung gefunden</translation>
    </message>
    <message>
        <source>expected a whole number at %1, found a mapping</source>
        <translation>bei %1 eine ganze Zahl erwartet, eine Zuordnung gefunden</translation>
    </message>
    <message>
        <source>expected a boolean at %1, found a mapping</source>
        <translation>bei %1 einen Wahrheitswert erwartet, eine Zuordnung gefunden</translation>
    </message>
    <message>
        <source>expected an object at %1, found a mapping</source>
        <translation>bei %1 ein Objekt erwartet, eine Zuordnung gefunden</translation>
    </message>
    <message>
        <source>expected true or false at %1, found a mapping</source>
        <translation>bei %1 true oder false erwartet, eine Zuordnung gefunden</translation>
    </message>
    <message>
        <source>expected a port number from 1 to 65535 at %1, found a list</source>
        <translation>bei %1 eine Portnummer von 1 bis 65535 erwartet, eine Liste gefunden</translation>
    </message>
    <message>
        <source>expected a mapping at %1, found a list</source>
        <translation>bei %1 eine Zuordnung erwartet, eine Liste gefunden</translation>
    </message>
    <message>
        <source>expected a string at %1, found a list</source>
        <translation>bei %1 einen Text erwartet, eine Liste gefunden</translation>
    </message>
    <message>
        <source>expected a number at %1, found a list</source>
        <translation>bei %1 eine Zahl erwartet, eine Liste gefunden</translation>
    </message>
    <message>
        <source>expected a whole number at %1, found a list</source>
        <translation>bei %1 eine ganze Zahl erwartet, eine Liste gefunden</translation>
    </message>
    <message>
        <source>expected a boolean at %1, found a list</source>
        <translation>bei %1 einen Wahrheitswert erwartet, eine Liste gefunden</translation>
    </message>
    <message>
        <source>expected an object at %1, found a list</source>
        <translation>bei %1 ein Objekt erwartet, eine Liste gefunden</translation>
    </message>
    <message>
        <source>expected true or false at %1, found a list</source>
        <translation>bei %1 true oder false erwartet, eine Liste gefunden</translation>
    </message>
    <message>
        <source>expected a port number from 1 to 65535 at %1, found a string</source>
        <translation>bei %1 eine Portnummer von 1 bis 65535 erwartet, ein Text gefunden</translation>
    </message>
    <message>
        <source>expected a mapping at %1, found a string</source>
        <translation>bei %1 eine Zuordnung erwartet, ein Text gefunden</translation>
    </message>
    <message>
        <source>expected a list at %1, found a string</source>
        <translation>bei %1 eine Liste erwartet, ein Text gefunden</translation>
    </message>
    <message>
        <source>expected a number at %1, found a string</source>
        <translation>bei %1 eine Zahl erwartet, ein Text gefunden</translation>
    </message>
    <message>
        <source>expected a whole number at %1, found a string</source>
        <translation>bei %1 eine ganze Zahl erwartet, ein Text gefunden</translation>
    </message>
    <message>
        <source>expected a boolean at %1, found a string</source>
        <translation>bei %1 einen Wahrheitswert erwartet, ein Text gefunden</translation>
    </message>
    <message>
        <source>expected an object at %1, found a string</source>
        <translation>bei %1 ein Objekt erwartet, ein Text gefunden</translation>
    </message>
    <message>
        <source>expected true or false at %1, found a string</source>
        <translation>bei %1 true oder false erwartet, ein Text gefunden</translation>
    </message>
    <message>
        <source>expected a port number from 1 to 65535 at %1, found a number</source>
        <translation>bei %1 eine Portnummer von 1 bis 65535 erwartet, eine Zahl gefunden</translation>
    </message>
    <message>
        <source>expected a mapping at %1, found a number</source>
        <translation>bei %1 eine Zuordnung erwartet, eine Zahl gefunden</translation>
    </message>
    <message>
        <source>expected a list at %1, found a number</source>
        <translation>bei %1 eine Liste erwartet, eine Zahl gefunden</translation>
    </message>
    <message>
        <source>expected a string at %1, found a number</source>
        <translation>bei %1 einen Text erwartet, eine Zahl gefunden</translation>
    </message>
    <message>
        <source>expected a whole number at %1, found a number</source>
        <translation>bei %1 eine ganze Zahl erwartet, eine Zahl gefunden</translation>
    </message>
    <message>
        <source>expected a boolean at %1, found a number</source>
        <translation>bei %1 einen Wahrheitswert erwartet, eine Zahl gefunden</translation>
    </message>
    <message>
        <source>expected an object at %1, found a number</source>
        <translation>bei %1 ein Objekt erwartet, eine Zahl gefunden</translation>
    </message>
    <message>
        <source>expected true or false at %1, found a number</source>
        <translation>bei %1 true oder false erwartet, eine Zahl gefunden</translation>
    </message>
    <message>
        <source>expected a port number from 1 to 65535 at %1, found a boolean</source>
        <translation>bei %1 eine Portnummer von 1 bis 65535 erwartet, ein Wahrheitswert gefunden</translation>
    </message>
    <message>
        <source>expected a mapping at %1, found a boolean</source>
        <translation>bei %1 eine Zuordnung erwartet, ein Wahrheitswert gefunden</translation>
    </message>
    <message>
        <source>expected a list at %1, found a boolean</source>
        <translation>bei %1 eine Liste erwartet, ein Wahrheitswert gefunden</translation>
    </message>
    <message>
        <source>expected a string at %1, found a boolean</source>
        <translation>bei %1 einen Text erwartet, ein Wahrheitswert gefunden</translation>
    </message>
    <message>
        <source>expected a number at %1, found a boolean</source>
        <translation>bei %1 eine Zahl erwartet, ein Wahrheitswert gefunden</translation>
    </message>
    <message>
        <source>expected a whole number at %1, found a boolean</source>
        <translation>bei %1 eine ganze Zahl erwartet, ein Wahrheitswert gefunden</translation>
    </message>
    <message>
        <source>expected an object at %1, found a boolean</source>
        <translation>bei %1 ein Objekt erwartet, ein Wahrheitswert gefunden</translation>
    </message>
    <message>
        <source>expected true or false at %1, found a boolean</source>
        <translation>bei %1 true oder false erwartet, ein Wahrheitswert gefunden</translation>
    </message>
    <message>
        <source>expected a port number from 1 to 65535 at %1, found null</source>
        <translation>bei %1 eine Portnummer von 1 bis 65535 erwartet, null gefunden</translation>
    </message>
    <message>
        <source>expected a mapping at %1, found null</source>
        <translation>bei %1 eine Zuordnung erwartet, null gefunden</translation>
    </message>
    <message>
        <source>expected a list at %1, found null</source>
        <translation>bei %1 eine Liste erwartet, null gefunden</translation>
    </message>
    <message>
        <source>expected a number at %1, found null</source>
        <translation>bei %1 eine Zahl erwartet, null gefunden</translation>
    </message>
    <message>
        <source>expected a whole number at %1, found null</source>
        <translation>bei %1 eine ganze Zahl erwartet, null gefunden</translation>
    </message>
    <message>
        <source>expected an object at %1, found null</source>
        <translation>bei %1 ein Objekt erwartet, null gefunden</translation>
    </message>
    <message>
        <source>expected true or false at %1, found null</source>
        <translation>bei %1 true oder false erwartet, null gefunden</translation>
    </message>
    <message>
        <source>expected a name at %1, found none</source>
        <translation>bei %1 einen Namen erwartet, keiner gefunden</translation>
    </message>
    <message>
        <source>This document was not read</source>
        <translation>Dieses Dokument wurde nicht gelesen</translation>
    </message>
    <message>
        <source>expected one value after the key, found another colon; put the value in quotes or begin a new line.</source>
        <translation>einen Wert nach dem Schlüssel erwartet, noch einen Doppelpunkt gefunden; den Wert in Anführungszeichen setzen oder eine neue Zeile beginnen.</translation>
    </message>
    <message>
        <source>expected each key once in a mapping, found one written again; the last one is used and Kubernetes refuses both: remove one</source>
        <translation>jeden Schlüssel einer Zuordnung einmal erwartet, einer steht noch einmal da; der letzte gilt, und Kubernetes weist beide ab: einen entfernen</translation>
    </message>
    <message>
        <source>expected rendered manifests, found a Helm chart with %1 template files: run `%2` with your values and add its output</source>
        <translation>gerenderte Manifeste erwartet, ein Helm-Chart mit %1 Vorlagen gefunden: `%2` mit eigenen Werten ausführen und die Ausgabe hinzufügen</translation>
    </message>
    <message>
        <source>expected rendered manifests, found a Helm chart with 1 template file: run `%1` with your values and add its output</source>
        <translation>gerenderte Manifeste erwartet, ein Helm-Chart mit 1 Vorlage gefunden: `%1` mit eigenen Werten ausführen und die Ausgabe hinzufügen</translation>
    </message>
    <message>
        <source>expected the sources to hold the variant that --variant or the review names, found none of that name: they hold no variants to choose from; name none</source>
        <translation>in den Quellen die Variante erwartet, die --variant oder das Review nennt, keine dieses Namens gefunden: sie enthalten keine Varianten zur Auswahl; keine nennen</translation>
    </message>
    <message>
        <source>expected the sources to hold the variant that --variant or the review names, found none of that name: they hold no variants to choose from, only %1; name none</source>
        <translation>in den Quellen die Variante erwartet, die --variant oder das Review nennt, keine dieses Namens gefunden: sie enthalten keine Varianten zur Auswahl, nur %1; keine nennen</translation>
    </message>
    <message>
        <source>expected the sources to hold the variant that --variant or the review names, found none of that name: choose one of %1, of which the first are %2</source>
        <translation>in den Quellen die Variante erwartet, die --variant oder das Review nennt, keine dieses Namens gefunden: eine wählen von %1, davon die ersten: %2</translation>
    </message>
    <message>
        <source>expected the sources to hold the variant that --variant or the review names, found none of that name: choose one of %1</source>
        <translation>in den Quellen die Variante erwartet, die --variant oder das Review nennt, keine dieses Namens gefunden: eine wählen von %1</translation>
    </message>
    <message>
        <source>expected one version of each object, found that %1 of the %2 objects of %3 differ from %4, which is reviewed: %5 is not loaded; choose it with --variant %6</source>
        <translation>von jedem Objekt eine Fassung erwartet, %1 der %2 Objekte von %3 unterscheiden sich von %4, das betrachtet wird: %5 ist nicht geladen; wählbar mit --variant %6</translation>
    </message>
    <message>
        <source>expected one version of each object, found that %1 of the %2 objects of %3 differ from %4, which is reviewed: these are not loaded from %5; choose it with --variant %6</source>
        <translation>von jedem Objekt eine Fassung erwartet, %1 der %2 Objekte von %3 unterscheiden sich von %4, das betrachtet wird: sie sind aus %5 nicht geladen; wählbar mit --variant %6</translation>
    </message>
    <message>
        <source>expected one version of each object, found that %1 of the %2 objects of %3 differ from the running state, which is reviewed: these are not loaded from %4; running state counts before manifests</source>
        <translation>von jedem Objekt eine Fassung erwartet, %1 der %2 Objekte von %3 unterscheiden sich vom laufenden Stand, der betrachtet wird: sie sind aus %4 nicht geladen; der laufende Stand gilt vor Manifesten</translation>
    </message>
    <message>
        <source>expected one version of each object, found %1 more deployables and definitions that differ and are not loaded: the list of what is not applied names them</source>
        <translation>von jedem Objekt eine Fassung erwartet, %1 weitere abweichende Einheiten und Definitionen gefunden, die nicht geladen sind: die Liste des nicht Angewandten nennt sie</translation>
    </message>
    <message>
        <source>expected one copy of each running object, found %1 older or less complete copies with the same uid: the copy with the highest resourceVersion counts</source>
        <translation>von jedem laufenden Objekt eine Kopie erwartet, %1 ältere oder unvollständigere Kopien mit derselben uid gefunden: die mit der höchsten resourceVersion gilt</translation>
    </message>
    <message>
        <source>expected every object of %1 to be among the running ones, found %2 that are not: they are not loaded</source>
        <translation>jedes Objekt von %1 unter den laufenden erwartet, %2 sind es nicht: sie sind nicht geladen</translation>
    </message>
    <message>
        <source>expected pods behind Service %1, which a setting names; found none in the input, so no call is drawn</source>
        <translation>Pods hinter Service %1 erwartet, den eine Einstellung nennt; keine in der Eingabe gefunden, also ist kein Aufruf gezeichnet</translation>
    </message>
    <message>
        <source>expected everything that this kustomization names to be in the input and to be applied, found %L1: run `%2` and add its output</source>
        <translation>alles in der Eingabe und angewandt erwartet, was diese Kustomization nennt; gefunden: %L1; `%2` ausführen und die Ausgabe hinzufügen</translation>
    </message>
    <message>
        <source>expected YAML, found a template; render it with `helm template` and open the result</source>
        <translation>YAML erwartet, eine Vorlage gefunden; sie mit `helm template` rendern und das Ergebnis öffnen</translation>
    </message>
    <message>
        <source>expected YAML, found text that is none; check indentation, quotes and brackets</source>
        <translation>YAML erwartet, Text gefunden, der keines ist; Einrückung, Anführungszeichen und Klammern prüfen</translation>
    </message>
    <message>
        <source>expected spaces for indentation, found a tab; replace it with spaces</source>
        <translation>Leerzeichen zur Einrückung erwartet, einen Tabulator gefunden; durch Leerzeichen ersetzen</translation>
    </message>
    <message>
        <source>expected apiVersion and kind in the item of a list, found none; write the list with kubectl get -o yaml</source>
        <translation>apiVersion und kind in jedem Eintrag einer Liste erwartet, nicht gefunden; die Liste mit kubectl get -o yaml schreiben</translation>
    </message>
    <message>
        <source>expected enough memory to read this file, found too little: give the program more, or split the file</source>
        <translation>genug Speicher zum Lesen dieser Datei erwartet, zu wenig gefunden: dem Programm mehr geben oder die Datei teilen</translation>
    </message>
    <message>
        <source>expected objects, found a Table made for printing, which leaves out their settings; export them with kubectl get -o yaml</source>
        <translation>Objekte erwartet, eine Tabelle zum Drucken gefunden, in der ihre Einstellungen fehlen; mit kubectl get -o yaml ausgeben</translation>
    </message>
    <message>
        <source>expected objects, found an error that the API server answered (code %1); export them again with an account that may read them</source>
        <translation>Objekte erwartet, einen Fehler als Antwort des API-Servers gefunden (Code %1); mit einem Konto ausgeben, das sie lesen darf</translation>
    </message>
    <message>
        <source>expected objects, found their metadata only, which does not name their kind; export them with kubectl get -o yaml</source>
        <translation>Objekte erwartet, nur ihre Metadaten gefunden, die ihre Art nicht nennen; mit kubectl get -o yaml ausgeben</translation>
    </message>
    <message>
        <source>the API server refused to list this kind: objects of it are unknown; ask with an account that may read it</source>
        <translation>der API-Server hat die Liste dieser Art verweigert: Objekte davon sind unbekannt; mit einem Konto fragen, das sie lesen darf</translation>
    </message>
    <message>
        <source>this is one page of a longer list; the pages that are not in the input are unknown</source>
        <translation>dies ist eine Seite einer längeren Liste; die Seiten, die nicht in der Eingabe sind, sind unbekannt</translation>
    </message>
    <message>
        <source>a mapping without apiVersion and kind that matches no known format</source>
        <translation>eine Zuordnung ohne apiVersion und kind, die zu keinem bekannten Format passt</translation>
    </message>
    <message>
        <source>a document that is no mapping and matches no known format</source>
        <translation>ein Dokument, das keine Zuordnung ist und zu keinem bekannten Format passt</translation>
    </message>
    <message>
        <source>template that is not rendered</source>
        <translation>Vorlage, die nicht gerendert ist</translation>
    </message>
    <message>
        <source>YAML with errors</source>
        <translation>YAML mit Fehlern</translation>
    </message>
    <message>
        <source>TOML or INI</source>
        <translation>TOML oder INI</translation>
    </message>
    <message>
        <source>text that is neither YAML nor JSON</source>
        <translation>Text, der weder YAML noch JSON ist</translation>
    </message>
    <message>
        <source>The analysis was stopped before it was done.</source>
        <translation>Die Analyse wurde angehalten, bevor sie fertig war.</translation>
    </message>
    <message>
        <source>a resource that is not in the input</source>
        <translation>eine Ressource, die nicht in der Eingabe ist</translation>
    </message>
    <message>
        <source>a resource that is not in the input (%1 times)</source>
        <translation>eine Ressource, die nicht in der Eingabe ist (%1-mal)</translation>
    </message>
    <message>
        <source>a remote resource</source>
        <translation>eine entfernte Ressource</translation>
    </message>
    <message>
        <source>a remote resource (%1 times)</source>
        <translation>eine entfernte Ressource (%1-mal)</translation>
    </message>
    <message>
        <source>a file of a generator that is not in the input</source>
        <translation>eine Datei eines Generators, die nicht in der Eingabe ist</translation>
    </message>
    <message>
        <source>a file of a generator that is not in the input (%1 times)</source>
        <translation>eine Datei eines Generators, die nicht in der Eingabe ist (%1-mal)</translation>
    </message>
    <message>
        <source>a patch whose object is not there</source>
        <translation>ein Patch, dessen Objekt fehlt</translation>
    </message>
    <message>
        <source>a patch whose object is not there (%1 times)</source>
        <translation>ein Patch, dessen Objekt fehlt (%1-mal)</translation>
    </message>
    <message>
        <source>a patch that is not in the input</source>
        <translation>ein Patch, der nicht in der Eingabe ist</translation>
    </message>
    <message>
        <source>a patch that is not in the input (%1 times)</source>
        <translation>ein Patch, der nicht in der Eingabe ist (%1-mal)</translation>
    </message>
    <message>
        <source>a component that is not in the input</source>
        <translation>eine Komponente, die nicht in der Eingabe ist</translation>
    </message>
    <message>
        <source>a component that is not in the input (%1 times)</source>
        <translation>eine Komponente, die nicht in der Eingabe ist (%1-mal)</translation>
    </message>
    <message>
        <source>a variable</source>
        <translation>eine Variable</translation>
    </message>
    <message>
        <source>a variable (%1 times)</source>
        <translation>eine Variable (%1-mal)</translation>
    </message>
    <message>
        <source>a replacement</source>
        <translation>eine Ersetzung</translation>
    </message>
    <message>
        <source>a replacement (%1 times)</source>
        <translation>eine Ersetzung (%1-mal)</translation>
    </message>
    <message>
        <source>%1 allows it (ingress rule %2)</source>
        <translation>%1 erlaubt es (Ingress-Regel %2)</translation>
    </message>
    <message>
        <source>%1 allows it (egress rule %2)</source>
        <translation>%1 erlaubt es (Egress-Regel %2)</translation>
    </message>
    <message>
        <source>%1 refuses it (ingress rule %2)</source>
        <translation>%1 lehnt es ab (Ingress-Regel %2)</translation>
    </message>
    <message>
        <source>%1 refuses it (egress rule %2)</source>
        <translation>%1 lehnt es ab (Egress-Regel %2)</translation>
    </message>
    <message>
        <source>%L1; %2 does so too</source>
        <translation>%L1; %2 ebenso</translation>
    </message>
    <message>
        <source>%L1; %2 do so too</source>
        <translation>%L1; %2 ebenso</translation>
    </message>
    <message>
        <source>%1 selects the pod for ingress, and no rule lets this through</source>
        <translation>%1 wählt den Pod für Ingress aus, und keine Regel lässt dies durch</translation>
    </message>
    <message>
        <source>%1 selects the pod for ingress, but nothing decides about this, so it is allowed</source>
        <translation>%1 wählt den Pod für Ingress aus, doch nichts entscheidet darüber, also ist es erlaubt</translation>
    </message>
    <message>
        <source>%L1 select the pod for ingress, and no rule lets this through</source>
        <translation>%L1 wählen den Pod für Ingress aus, und keine Regel lässt dies durch</translation>
    </message>
    <message>
        <source>%L1 select the pod for ingress, but nothing decides about this, so it is allowed</source>
        <translation>%L1 wählen den Pod für Ingress aus, doch nichts entscheidet darüber, also ist es erlaubt</translation>
    </message>
    <message>
        <source>no policy selects the pod for ingress, so everything is allowed</source>
        <translation>keine Policy wählt den Pod für Ingress aus, also ist alles erlaubt</translation>
    </message>
    <message>
        <source>%1, ingress rule %2: %L3</source>
        <translation>%1, Ingress-Regel %2: %L3</translation>
    </message>
    <message>
        <source>%1, ingress: %L2</source>
        <translation>%1, Ingress: %L2</translation>
    </message>
    <message>
        <source>%1 selects the pod for egress, and no rule lets this through</source>
        <translation>%1 wählt den Pod für Egress aus, und keine Regel lässt dies durch</translation>
    </message>
    <message>
        <source>%1 selects the pod for egress, but nothing decides about this, so it is allowed</source>
        <translation>%1 wählt den Pod für Egress aus, doch nichts entscheidet darüber, also ist es erlaubt</translation>
    </message>
    <message>
        <source>%L1 select the pod for egress, and no rule lets this through</source>
        <translation>%L1 wählen den Pod für Egress aus, und keine Regel lässt dies durch</translation>
    </message>
    <message>
        <source>%L1 select the pod for egress, but nothing decides about this, so it is allowed</source>
        <translation>%L1 wählen den Pod für Egress aus, doch nichts entscheidet darüber, also ist es erlaubt</translation>
    </message>
    <message>
        <source>no policy selects the pod for egress, so everything is allowed</source>
        <translation>keine Policy wählt den Pod für Egress aus, also ist alles erlaubt</translation>
    </message>
    <message>
        <source>%1, egress rule %2: %L3</source>
        <translation>%1, Egress-Regel %2: %L3</translation>
    </message>
    <message>
        <source>%1, egress: %L2</source>
        <translation>%1, Egress: %L2</translation>
    </message>
    <message>
        <source>the two share no network</source>
        <translation>die beiden haben kein Netz gemeinsam</translation>
    </message>
    <message>
        <source>of the namespace, %L1</source>
        <translation>des Namespace, %L1</translation>
    </message>
    <message>
        <source>no Ingress, Route or Gateway that was read leads there from a controller outside of the input; one that is among the workloads is asked about by its name</source>
        <translation>Von einem Controller außerhalb der Eingabe führt kein gelesener Ingress, Route oder Gateway dorthin; nach einem, der unter den Workloads ist, wird mit seinem Namen gefragt</translation>
    </message>
    <message>
        <source>Reachable at the network, denied by the mesh.</source>
        <translation>Im Netz erreichbar, vom Mesh abgelehnt.</translation>
    </message>
    <message>
        <source>Reachable at the network; the mesh lets a part of it through.</source>
        <translation>Im Netz erreichbar; das Mesh lässt einen Teil davon durch.</translation>
    </message>
    <message>
        <source>Reachable at the network; what the mesh lets through of it is not decided here.</source>
        <translation>Im Netz erreichbar; was das Mesh davon durchlässt, wird hier nicht entschieden.</translation>
    </message>
    <message>
        <source>Reachable at the network, and the mesh lets all of it through.</source>
        <translation>Im Netz erreichbar, und das Mesh lässt alles davon durch.</translation>
    </message>
    <message>
        <source>Reachable at the network, and no rule of the mesh is about this connection.</source>
        <translation>Im Netz erreichbar, und keine Regel des Mesh handelt von dieser Verbindung.</translation>
    </message>
    <message>
        <source>Reachable at the network, and the mesh lets all of it through, as far as what is assumed holds.</source>
        <translation>Im Netz erreichbar, und das Mesh lässt alles davon durch, soweit das Angenommene zutrifft.</translation>
    </message>
    <message>
        <source>%1: its provider decides</source>
        <translation>%1: der Anbieter entscheidet, den sie nennt</translation>
    </message>
    <message>
        <source>%1: a rule denies</source>
        <translation>%1: eine Regel lehnt ab</translation>
    </message>
    <message>
        <source>%1: a rule allows</source>
        <translation>%1: eine Regel erlaubt</translation>
    </message>
    <message>
        <source>%1: selects the workload, and no rule allows this</source>
        <translation>%1: wählt den Workload aus, und keine Regel erlaubt dies</translation>
    </message>
    <message>
        <source>%1: asks for mutual TLS</source>
        <translation>%1: verlangt gegenseitiges TLS</translation>
    </message>
    <message>
        <source>%1: asks for mutual TLS, and the caller has no certificate of the mesh</source>
        <translation>%1: verlangt gegenseitiges TLS, und der Aufrufer hat kein Zertifikat des Mesh</translation>
    </message>
    <message>
        <source>%1: leads to other ports of the destination only, and unknown ones are refused (REGISTRY_ONLY)</source>
        <translation>%1: führt nur zu anderen Ports des Ziels, und unbekannte werden abgewiesen (REGISTRY_ONLY)</translation>
    </message>
    <message>
        <source>%1: leads to other ports of the destination only</source>
        <translation>%1: führt nur zu anderen Ports des Ziels</translation>
    </message>
    <message>
        <source>%1: names no host of the destination</source>
        <translation>%1: nennt keinen Host des Ziels</translation>
    </message>
    <message>
        <source>%1: connections that no route knows are refused (REGISTRY_ONLY)</source>
        <translation>%1: Verbindungen, die keine Route kennt, werden abgewiesen (REGISTRY_ONLY)</translation>
    </message>
    <message>
        <source>Control planes of the cluster differ in what becomes of connections that no route knows.</source>
        <translation>Control Planes des Clusters unterscheiden sich darin, was aus Verbindungen wird, die keine Route kennt.</translation>
    </message>
    <message>
        <source>Control planes of the cluster have different root namespaces; which of them the workload belongs to is not known.</source>
        <translation>Control Planes des Clusters haben verschiedene Root-Namespaces; zu welcher der Workload gehört, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether the caller has a proxy is not known.</source>
        <translation>Ob der Aufrufer einen Proxy hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No Service of the destination's namespace is in the input; whether the caller's proxy has a route to the destination is not known.</source>
        <translation>Kein Service des Namespace des Ziels ist in der Eingabe; ob der Proxy des Aufrufers eine Route zum Ziel hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A Service without a selector or a ServiceEntry may lead to the destination; whether the caller's proxy has a route to these ports is not known.</source>
        <translation>Ein Service ohne Selektor oder ein ServiceEntry kann zum Ziel führen; ob der Proxy des Aufrufers eine Route zu diesen Ports hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Only as one of the hosts of ServiceEntries that name no address; which addresses they have is not known.</source>
        <translation>Nur als einer der Hosts von ServiceEntries, die keine Adresse nennen; welche Adressen diese haben, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The name means more hosts than those that a route leads to.</source>
        <translation>Der Name meint mehr Hosts als die, zu denen eine Route führt.</translation>
    </message>
    <message>
        <source>No Service leads to these ports: the caller's proxy has no route there and passes connections on without its certificate.</source>
        <translation>Kein Service führt zu diesen Ports: Der Proxy des Aufrufers hat dorthin keine Route und reicht Verbindungen ohne sein Zertifikat durch.</translation>
    </message>
    <message>
        <source>The caller's Sidecar names no host of the destination: its proxy passes connections on without its certificate.</source>
        <translation>Das Sidecar des Aufrufers nennt keinen Host des Ziels: Sein Proxy reicht Verbindungen ohne sein Zertifikat durch.</translation>
    </message>
    <message>
        <source>An annotation of the caller keeps these connections from its proxy: it shows no certificate.</source>
        <translation>Eine Annotation des Aufrufers hält diese Verbindungen von seinem Proxy fern: Er zeigt kein Zertifikat.</translation>
    </message>
    <message>
        <source>Annotations of the caller keep addresses from its proxy; whether the destination has one of them is not known.</source>
        <translation>Annotationen des Aufrufers halten Adressen von seinem Proxy fern; ob das Ziel eine davon hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No Service of the destination's namespace is in the input: that the caller's proxy has a route, and so shows its certificate, is assumed.</source>
        <translation>Kein Service des Namespace des Ziels ist in der Eingabe: Dass der Proxy des Aufrufers eine Route hat und so sein Zertifikat zeigt, ist angenommen.</translation>
    </message>
    <message>
        <source>Several PeerAuthentications of one scope select the workload, of which the oldest counts; which one that is the input does not say.</source>
        <translation>Mehrere PeerAuthentications desselben Geltungsbereichs wählen den Workload aus, von denen die älteste zählt; welche das ist, sagt die Eingabe nicht.</translation>
    </message>
    <message>
        <source>%1: names no host of the destination, and unknown ones are refused (REGISTRY_ONLY)</source>
        <translation>%1: nennt keinen Host des Ziels, und unbekannte werden abgewiesen (REGISTRY_ONLY)</translation>
    </message>
    <message>
        <source>%1: names no host of the destination; the proxy passes the connection through (ALLOW_ANY)</source>
        <translation>%1: nennt keinen Host des Ziels; der Proxy reicht die Verbindung durch (ALLOW_ANY)</translation>
    </message>
    <message>
        <source>A rule names addresses that pods may have; which ones the caller has is not known.</source>
        <translation>Eine Regel nennt Adressen, die Pods haben können; welche der Aufrufer hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A rule names a trust domain; that of the mesh was not read.</source>
        <translation>Eine Regel nennt eine Trust Domain; die des Mesh wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>A rule names a trust domain that stands for the mesh's own; whether the ztunnel of an ambient workload takes the one for the other is not known.</source>
        <translation>Eine Regel nennt eine Trust Domain, die für die des Mesh steht; ob der ztunnel eines Ambient-Workloads die eine für die andere nimmt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A rule that denies asks for HTTP alone in a part of it, which the ztunnel of an ambient workload does not read; what is left of the rule depends on its version.</source>
        <translation>Eine Regel, die ablehnt, fragt in einem Teil nur nach HTTP, das der ztunnel eines Ambient-Workloads nicht liest; was von der Regel bleibt, hängt von seiner Version ab.</translation>
    </message>
    <message>
        <source>A waypoint stands in front of the workload: what comes through it shows the waypoint's identity, and what comes past it the caller's own.</source>
        <translation>Vor dem Workload steht ein Waypoint: Was durch ihn kommt, zeigt die Identität des Waypoints, und was an ihm vorbei kommt, die des Aufrufers.</translation>
    </message>
    <message>
        <source>Whether the ingress controller has a certificate of the mesh is not known.</source>
        <translation>Ob der Ingress-Controller ein Zertifikat des Mesh hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>That the workload has a proxy that applies this is assumed: whether it has one is not known.</source>
        <translation>Dass der Workload einen Proxy hat, der dies anwendet, ist angenommen: ob er einen hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Policies and rules that decide in the same way and are not named: %L1.</source>
        <translation>Policys und Regeln, die ebenso entscheiden und nicht genannt sind: %L1.</translation>
    </message>
    <message>
        <source>That the caller shows a certificate of the mesh is assumed: whether it has a proxy is not known.</source>
        <translation>Dass der Aufrufer ein Zertifikat des Mesh zeigt, ist angenommen: ob er einen Proxy hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A port whose protocol no Service tells is taken as HTTP.</source>
        <translation>Ein Port, dessen Protokoll kein Service nennt, gilt als HTTP.</translation>
    </message>
    <message>
        <source>A policy is for a waypoint that stands in front of the workload.</source>
        <translation>Eine Policy ist für einen Waypoint, der vor dem Workload steht.</translation>
    </message>
    <message>
        <source>An ingress controller that is not in the input is taken for a caller of a namespace and an account that no policy names.</source>
        <translation>Ein Ingress-Controller, der nicht in der Eingabe ist, gilt als Aufrufer aus einem Namespace und mit einem Konto, die keine Policy nennt.</translation>
    </message>
    <message>
        <source>The caller's Sidecar does not say what becomes of connections that no route knows; a wider Sidecar and the mesh differ, and which of them counts is not known.</source>
        <translation>Das Sidecar des Aufrufers sagt nicht, was aus Verbindungen wird, die keine Route kennt; ein umfassenderes Sidecar und das Mesh unterscheiden sich, und welches von ihnen zählt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No settings of Linkerd's installation were read; identities are taken to end in linkerd.cluster.local, as they do by default.</source>
        <translation>Keine Einstellungen der Linkerd-Installation wurden gelesen; angenommen ist, dass Identitäten wie in der Voreinstellung auf linkerd.cluster.local enden.</translation>
    </message>
    <message>
        <source>The networks of Linkerd's cluster were not read; the private and shared blocks are taken, as by default.</source>
        <translation>Die Netze des Linkerd-Clusters wurden nicht gelesen; angenommen sind wie in der Voreinstellung die privaten und geteilten Blöcke.</translation>
    </message>
    <message>
        <source>Audit mode lets every request through, and reports what it would have refused.</source>
        <translation>Der Audit-Modus lässt jede Anfrage durch und meldet, was er abgewiesen hätte.</translation>
    </message>
    <message>
        <source>No settings of Linkerd's installation were read; its documented default inbound policy, all-unauthenticated, is assumed.</source>
        <translation>Keine Einstellungen der Linkerd-Installation wurden gelesen; angenommen ist ihre dokumentierte Default Inbound Policy, all-unauthenticated.</translation>
    </message>
    <message>
        <source>Several settings of Linkerd's installation name different default inbound policies.</source>
        <translation>Mehrere Einstellungen der Linkerd-Installation nennen verschiedene Default Inbound Policys.</translation>
    </message>
    <message>
        <source>The default inbound policy holds a word that Linkerd's reference does not list.</source>
        <translation>Die Default Inbound Policy enthält ein Wort, das die Referenz von Linkerd nicht aufführt.</translation>
    </message>
    <message>
        <source>What is not HTTP is left to the authorizations of the Server, without its routes.</source>
        <translation>Was kein HTTP ist, bleibt den Autorisierungen des Servers überlassen, ohne seine Routen.</translation>
    </message>
    <message>
        <source>An AuthorizationPolicy names an authentication that is not in the input; Linkerd ignores such a policy, and so does this.</source>
        <translation>Eine AuthorizationPolicy nennt eine Authentifizierung, die nicht in der Eingabe ist; Linkerd übergeht eine solche Policy, und so auch diese Antwort.</translation>
    </message>
    <message>
        <source>Several Servers select the port; the oldest counts, and of the same age the first by name.</source>
        <translation>Mehrere Server wählen den Port aus; der älteste zählt, bei gleichem Alter der erste nach dem Namen.</translation>
    </message>
    <message>
        <source>Several Servers select the port, of which the oldest counts; which one that is the input does not say.</source>
        <translation>Mehrere Server wählen den Port aus, von denen der älteste zählt; welcher das ist, sagt die Eingabe nicht.</translation>
    </message>
    <message>
        <source>Two meshes name requests; which ones both let through is not worked out.</source>
        <translation>Zwei Meshes nennen Anfragen; welche beide durchlassen, wird nicht ermittelt.</translation>
    </message>
    <message>
        <source>%1: allows the caller</source>
        <translation>%1: erlaubt den Aufrufer</translation>
    </message>
    <message>
        <source>%1: its accessPolicy allows the caller</source>
        <translation>%1: die accessPolicy erlaubt den Aufrufer</translation>
    </message>
    <message>
        <source>%1: its accessPolicy is none that the reference lists</source>
        <translation>%1: die accessPolicy ist keine, die die Referenz aufführt</translation>
    </message>
    <message>
        <source>%1: selects the port, and nothing allows the caller</source>
        <translation>%1: wählt den Port aus, und nichts erlaubt den Aufrufer</translation>
    </message>
    <message>
        <source>%1: selects the port, and no route of it lets the caller through</source>
        <translation>%1: wählt den Port aus, und keine Route davon lässt den Aufrufer durch</translation>
    </message>
    <message>
        <source>%1: selects the port, as another one does</source>
        <translation>%1: wählt den Port aus, wie ein weiterer auch</translation>
    </message>
    <message>
        <source>%1: its annotation config.linkerd.io/default-inbound-policy decides</source>
        <translation>%1: die Annotation config.linkerd.io/default-inbound-policy entscheidet</translation>
    </message>
    <message>
        <source>%1: the installation's default inbound policy decides</source>
        <translation>%1: die Default Inbound Policy der Installation entscheidet</translation>
    </message>
    <message>
        <source>%1: asks for an identity on the port</source>
        <translation>%1: verlangt am Port eine Identität</translation>
    </message>
    <message>
        <source>A rule names an alias of the mesh's trust domain in a form that not every version of Istio takes for the domain itself.</source>
        <translation>Eine Regel nennt einen Alias der Trust Domain des Mesh in einer Form, die nicht jede Version von Istio für die Domain selbst nimmt.</translation>
    </message>
    <message>
        <source>Control planes of the cluster differ in their trust domains; which of them the caller belongs to is not known.</source>
        <translation>Control Planes des Clusters unterscheiden sich in ihren Trust Domains; zu welcher der Aufrufer gehört, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1: connections that no route knows are passed through (ALLOW_ANY)</source>
        <translation>%1: Verbindungen, die keine Route kennt, werden durchgereicht (ALLOW_ANY)</translation>
    </message>
    <message>
        <source>Its proxy accepts plain text; whether mutual TLS as well cannot be told.</source>
        <translation>Sein Proxy nimmt Klartext an; ob auch gegenseitiges TLS, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>Whether its proxy accepts only mutual TLS cannot be told.</source>
        <translation>Ob sein Proxy nur gegenseitiges TLS annimmt, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>the objects as the cluster has them</source>
        <translation>die Objekte, wie der Cluster sie hat</translation>
    </message>
    <message>
        <source>Reachable at the network; policies of the mesh select the destination and bind nobody there: it runs without a proxy of the mesh.</source>
        <translation>Im Netz erreichbar; Policys des Mesh wählen das Ziel aus und binden dort niemanden: Es läuft ohne Proxy des Mesh.</translation>
    </message>
    <message>
        <source>%1: asks for mutual TLS, which the caller uses</source>
        <translation>%1: verlangt gegenseitiges TLS, das der Aufrufer verwendet</translation>
    </message>
</context>
</TS>
