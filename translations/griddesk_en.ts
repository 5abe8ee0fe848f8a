<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>griddesk::BoardPage</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::BulkDialog</name>
    <message numerus="yes">
        <source>Checking %n case(s)…</source>
        <translation>
            <numerusform>Checking %n case…</numerusform>
            <numerusform>Checking %n cases…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) will change.</source>
        <translation>
            <numerusform>%n case will change.</numerusform>
            <numerusform>%n cases will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) will change, %1 refused.</source>
        <translation>
            <numerusform>%n case will change, %1 refused.</numerusform>
            <numerusform>%n cases will change, %1 refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n case(s)</source>
        <translation>
            <numerusform>%1: %n case</numerusform>
            <numerusform>%1: %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::CallbackPage</name>
    <message numerus="yes">
        <source>%n to call</source>
        <translation>
            <numerusform>%n to call</numerusform>
            <numerusform>%n to call</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::CaseListPage</name>
    <message numerus="yes">
        <source>%n new case(s). Show</source>
        <translation>
            <numerusform>%n new case. Show</numerusform>
            <numerusform>%n new cases. Show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::ClockPanel</name>
    <message numerus="yes">
        <source>%1 counted, in %n period(s)</source>
        <translation>
            <numerusform>%1 counted, in %n period</numerusform>
            <numerusform>%1 counted, in %n periods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::CommandRunner</name>
    <message numerus="yes">
        <source>%n case(s) end with these digits. Type more of them.</source>
        <translation>
            <numerusform>%n case end with these digits. Type more of them.</numerusform>
            <numerusform>%n cases end with these digits. Type more of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::DeskApplication</name>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved operation(s) came out of the salvage file and wait in the tray to be looked at.</source>
        <translation>
            <numerusform>%n saved operation came out of the salvage file and waits in the tray to be looked at.</numerusform>
            <numerusform>%n saved operations came out of the salvage file and wait in the tray to be looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::IntakeFields</name>
    <message numerus="yes">
        <source>%n file(s), add…</source>
        <translation>
            <numerusform>%n file, add…</numerusform>
            <numerusform>%n files, add…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filing standard(s), limits %1</source>
        <translation>
            <numerusform>%n filing standard, limits %1</numerusform>
            <numerusform>%n filing standards, limits %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::IntakePage</name>
    <message numerus="yes">
        <source>%n similar reports within 30 minutes: %1, %2</source>
        <translation>
            <numerusform>%n similar report within 30 minutes: %1, %2</numerusform>
            <numerusform>%n similar reports within 30 minutes: %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) read from the order; please check them</source>
        <translation>
            <numerusform>%n field read from the order; please check them</numerusform>
            <numerusform>%n fields read from the order; please check them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::MapHost</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::MorningDialog</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::PayloadText</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::StatusStrip</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>%n operation</numerusform>
            <numerusform>%n operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::TrayPage</name>
    <message numerus="yes">
        <source>Withdraw %n…</source>
        <translation>
            <numerusform>Withdraw %n…</numerusform>
            <numerusform>Withdraw %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s) withdrawn; “Settled” puts them back</source>
        <translation>
            <numerusform>%n operation withdrawn; “Settled” puts them back</numerusform>
            <numerusform>%n operations withdrawn; “Settled” puts them back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>griddesk::WithdrawSheet</name>
    <message numerus="yes">
        <source>Withdraw %n operation(s)</source>
        <translation>
            <numerusform>Withdraw %n operation</numerusform>
            <numerusform>Withdraw %n operations</numerusform>
        </translation>
    </message>
</context>
</TS>
