<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message numerus="yes">
        <source>%n subjects</source>
        <translation>
            <numerusform>%n subject</numerusform>
            <numerusform>%n subjects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing differs: %n services are judged as before.</source>
        <translation>
            <numerusform>Nothing differs: %n service is judged as before.</numerusform>
            <numerusform>Nothing differs: %n services are judged as before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kinds read</source>
        <translation>
            <numerusform>%n kind read</numerusform>
            <numerusform>%n kinds read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects reviewed</source>
        <translation>
            <numerusform>%n object reviewed</numerusform>
            <numerusform>%n objects reviewed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read but not applied</source>
        <translation>
            <numerusform>%n read but not applied</numerusform>
            <numerusform>%n read but not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ChangesView</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::DecideDialog</name>
    <message numerus="yes">
        <source>Decide on %n findings</source>
        <translation>
            <numerusform>Decide on %n finding</numerusform>
            <numerusform>Decide on %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::FindingsModel</name>
    <message numerus="yes">
        <source>%1: %n findings</source>
        <translation>
            <numerusform>%1: %n finding</numerusform>
            <numerusform>%1: %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::GraphView</name>
    <message numerus="yes">
        <source>%n calls</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No direct or relayed path to %1 found (%n entries, bound %2).</source>
        <translation>
            <numerusform>No direct or relayed path to %1 found (%n entry, bound %2).</numerusform>
            <numerusform>No direct or relayed path to %1 found (%n entries, bound %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All stand at their automatic places; %n places of what is not in this input are kept.</source>
        <translation>
            <numerusform>All stand at their automatic places; %n place of what is not in this input is kept.</numerusform>
            <numerusform>All stand at their automatic places; %n places of what is not in this input are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If %1 falls: %n services are reached by known calls</source>
        <translation>
            <numerusform>If %1 falls: %n service is reached by known calls</numerusform>
            <numerusform>If %1 falls: %n services are reached by known calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n restricted</source>
        <translation>
            <numerusform>%n restricted</numerusform>
            <numerusform>%n restricted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confidential</source>
        <translation>
            <numerusform>%n confidential</numerusform>
            <numerusform>%n confidential</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with missing layers</source>
        <translation>
            <numerusform>%n with missing layers</numerusform>
            <numerusform>%n with missing layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services are hidden</source>
        <translation>
            <numerusform>%n service is hidden</numerusform>
            <numerusform>%n services are hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them with missing layers</source>
        <translation>
            <numerusform>, %n of them with missing layers</numerusform>
            <numerusform>, %n of them with missing layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n known callers are not let through</source>
        <translation>
            <numerusform>; %n known caller is not let through</numerusform>
            <numerusform>; %n known callers are not let through</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n services that it calls are out of reach</source>
        <translation>
            <numerusform>; %n service that it calls is out of reach</numerusform>
            <numerusform>; %n services that it calls are out of reach</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services of %1 may reach %2; no known call needs it</source>
        <translation>
            <numerusform>%n service of %1 may reach %2; no known call needs it</numerusform>
            <numerusform>%n services of %1 may reach %2; no known call needs it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may reach %n services of %2; no known call needs it</source>
        <translation>
            <numerusform>%1 may reach %n service of %2; no known call needs it</numerusform>
            <numerusform>%1 may reach %n services of %2; no known call needs it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services may reach %1 directly: %2 that call it, %3 that nothing needs</source>
        <translation>
            <numerusform>%n service may reach %1 directly: %2 that calls it, %3 that nothing needs</numerusform>
            <numerusform>%n services may reach %1 directly: %2 that call it, %3 that nothing needs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may reach %n services directly: %2 that it calls, %3 that nothing needs</source>
        <translation>
            <numerusform>%1 may reach %n service directly: %2 that it calls, %3 that nothing needs</numerusform>
            <numerusform>%1 may reach %n services directly: %2 that it calls, %3 that nothing needs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services may reach %1 directly</source>
        <translation>
            <numerusform>%n service may reach %1 directly</numerusform>
            <numerusform>%n services may reach %1 directly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 may reach %n services directly</source>
        <translation>
            <numerusform>%1 may reach %n service directly</numerusform>
            <numerusform>%1 may reach %n services directly</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ImportScreen</name>
    <message numerus="yes">
        <source>Reading %n sources</source>
        <translation>
            <numerusform>Reading %n source</numerusform>
            <numerusform>Reading %n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>early: %n services</source>
        <translation>
            <numerusform>early: %n service</numerusform>
            <numerusform>early: %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problems so far; the rest goes on.</source>
        <translation>
            <numerusform>%n problem so far; the rest goes on.</numerusform>
            <numerusform>%n problems so far; the rest goes on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::MainWindow</name>
    <message numerus="yes">
        <source>Early drawing: %n services. Every verdict stays unknown until it is decided.</source>
        <translation>
            <numerusform>Early drawing: %n service. Every verdict stays unknown until it is decided.</numerusform>
            <numerusform>Early drawing: %n services. Every verdict stays unknown until it is decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workloads</source>
        <translation>
            <numerusform>%n workload</numerusform>
            <numerusform>%n workloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespaces</source>
        <translation>
            <numerusform>%n namespace</numerusform>
            <numerusform>%n namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::MatrixView</name>
    <message numerus="yes">
        <source>%n services, </source>
        <translation>
            <numerusform>%n service, </numerusform>
            <numerusform>%n services, </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::NavigatorView</name>
    <message numerus="yes">
        <source>%1: %n workloads</source>
        <translation>
            <numerusform>%1: %n workload</numerusform>
            <numerusform>%1: %n workloads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ReviewEditor</name>
    <message numerus="yes">
        <source>Accept %n findings</source>
        <translation>
            <numerusform>Accept %n finding</numerusform>
            <numerusform>Accept %n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mitigate %n findings</source>
        <translation>
            <numerusform>Mitigate %n finding</numerusform>
            <numerusform>Mitigate %n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call %n findings false positives</source>
        <translation>
            <numerusform>Call %n finding a false positive</numerusform>
            <numerusform>Call %n findings false positives</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n findings for work</source>
        <translation>
            <numerusform>Mark %n finding for work</numerusform>
            <numerusform>Mark %n findings for work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n decisions back</source>
        <translation>
            <numerusform>Take %n decision back</numerusform>
            <numerusform>Take %n decisions back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::ReviewParts</name>
    <message numerus="yes">
        <source>Take %n rows of the review back</source>
        <translation>
            <numerusform>Take %n row of the review back</numerusform>
            <numerusform>Take %n rows of the review back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::SourcesModel</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n objects</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan reports</source>
        <translation>
            <numerusform>%n scan report</numerusform>
            <numerusform>%n scan reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::StartView</name>
    <message numerus="yes">
        <source>%n entries; weakest first</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries; weakest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+  Worse: %n new findings</source>
        <translation>
            <numerusform>+  Worse: %n new finding</numerusform>
            <numerusform>+  Worse: %n new findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓  Better: %n findings gone</source>
        <translation>
            <numerusform>✓  Better: %n finding gone</numerusform>
            <numerusform>✓  Better: %n findings gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services, worst part first; the figure is present of applicable</source>
        <translation>
            <numerusform>%n service; the figure is present of applicable</numerusform>
            <numerusform>%n services, worst part first; the figure is present of applicable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images, by age</source>
        <translation>
            <numerusform>%n image, by age</numerusform>
            <numerusform>%n images, by age</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::WaysInModel</name>
    <message numerus="yes">
        <source>%n routes</source>
        <translation>
            <numerusform>%n route</numerusform>
            <numerusform>%n routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bartizan::desktop::WhyDialog</name>
    <message numerus="yes">
        <source>%n cases, by network or address</source>
        <translation>
            <numerusform>%n case, by network or address</numerusform>
            <numerusform>%n cases, by network or address</numerusform>
        </translation>
    </message>
</context>
</TS>
