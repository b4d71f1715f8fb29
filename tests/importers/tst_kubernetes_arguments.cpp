// SPDX-License-Identifier: GPL-3.0-or-later
// What a container's arguments say of a password. A name, a shape or a known tool makes a literal a credential; `-p` of
// an unknown tool may as well be a port. No argument's value is kept either way.
#include "tests/support/import_file.h"

#include <QtTest>

using namespace bartizan;

namespace {

const char* word(ValueClass value)
{
    switch (value) {
    case ValueClass::credentialLike:
        return "credential";
    case ValueClass::plain:
        return "plain";
    case ValueClass::empty:
        return "empty";
    case ValueClass::placeholder:
        return "placeholder";
    default:
        return "other";
    }
}

} // namespace

class TestKubernetesArguments : public QObject {
    Q_OBJECT
private slots:
    void passwords_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("classes"); // of the last argument
        const auto row = [](const char* name, const char* command, const char* classes) {
            QTest::newRow(name) << QString::fromUtf8(command) << QString::fromUtf8(classes);
        };
        row("-p glued, the tool is not known", "[/app, -phunter2]", "plain");
        row("-p apart, the tool is not known", "[/app, -p, hunter2]", "plain");
        row("-p is a port", "[ssh, -p2222]", "plain");
        row("-p glued, a database client", "[mysql, -uroot, -phunter2]", "credential");
        row("-p apart, a database client", "[mongosh, -p, hunter2]", "credential");
        row("-p apart, a database client, a variable", "[mysql, -p, $(PASSWORD)]", "placeholder");
        row("--password apart", "[/app, --password, hunter2]", "credential");
        row("--password with an equals sign", "[/app, --password=hunter2]", "credential");
        row("--password from a variable", "[/app, --password=$(PASSWORD)]", "placeholder");
        row("--password-file names a file", "[/app, --password-file, /run/secret]", "plain");
    }
    void passwords()
    {
        QFETCH(QString, command);
        QFETCH(QString, classes);
        const Inventory inventory =
            test::importFile("apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers:\n  - name: a\n    command: " +
                             command.toStdString() + "\n");
        QCOMPARE(inventory.workloads.size(), std::size_t(1));
        const std::vector<Argument>& arguments = inventory.workloads[0].pod.containers[0].arguments;
        QCOMPARE(QString::fromUtf8(word(arguments.back().value.cls)), classes);
        for (const Argument& argument : arguments) {
            QVERIFY2(argument.evidence.text().find("hunter2") == std::string_view::npos,
                     std::string(argument.evidence.text()).c_str());
            QVERIFY2(argument.flag.find("hunter2") == std::string::npos, argument.flag.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestKubernetesArguments)
#include "tst_kubernetes_arguments.moc"
