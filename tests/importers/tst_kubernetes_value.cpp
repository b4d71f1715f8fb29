// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of configuration values: class, keyword, addresses, kind of credential; and what may be shown of them.
#include "importers/document/read_documents.h"
#include "importers/kubernetes/value.h"
#include "tests/importers/record_text.h"
#include "tests/support/paths.h"

using namespace bartizan;
using namespace bartizan::importers;

namespace {

std::string toText(const AddressToken& address)
{
    std::string text = address.scheme.empty() ? "" : address.scheme + "://";
    text += address.host;
    if (address.port != 0)
        text += ":" + std::to_string(address.port);
    if (!address.tls.empty())
        text += " " + address.tls;
    return address.credentials ? text + " +credentials" : text;
}

std::string addressText(const std::vector<AddressToken>& addresses)
{
    std::string text;
    for (const AddressToken& address : addresses)
        text += (text.empty() ? "" : ", ") + toText(address);
    return text;
}

std::string toText(const ValueFacts& facts)
{
    switch (facts.cls) {
    case ValueClass::empty:
        return "empty";
    case ValueClass::placeholder:
        return "placeholder" + addressText(facts.addresses);
    case ValueClass::keyword:
        return "keyword " + facts.word;
    case ValueClass::address:
        return "address " + addressText(facts.addresses);
    case ValueClass::credentialLike:
        return "credential " + facts.credentialKind + (facts.addresses.empty() ? "" : " @ " + addressText(facts.addresses));
    case ValueClass::plain:
        return "plain";
    }
    return "?";
}

} // namespace

class TestKubernetesValue : public QObject {
    Q_OBJECT
private slots:
    void classes_data();
    void classes();
    void addresses_data();
    void addresses();
    void credentialNames_data();
    void credentialNames();
    void references();
    void shown();
    void files();
    void oracleAddresses();
    void hostileValues();
};

void TestKubernetesValue::classes_data()
{
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("value");
    QTest::addColumn<std::string>("expected");
    auto row = [n = 0](const char* name, const char* value, const char* expected) mutable {
        QTest::addRow("%02d %s", ++n, name) << std::string(name) << std::string(value) << std::string(expected);
    };
    row("X", "", "empty");
    row("X", "  ", "empty");
    row("DEBUG", "True", "keyword true");
    row("DB_SSLMODE", "verify-full", "keyword verify-full");
    row("POSTGRES_HOST_AUTH_METHOD", "trust", "keyword trust");
    row("ALLOW_EMPTY_PASSWORD", "yes", "keyword yes");
    row("LOG_LEVEL", "info debug warn", "plain");
    row("REPLICAS", "3", "plain");
    row("GREETING", "Hello, World", "plain");
    row("CART_ADDR", "cartservice:7070", "address cartservice:7070");
    row("CART", "cart", "address cart");
    // Passwords by name
    row("DB_PASSWORD", "hunter2", "credential password-like literal");
    row("dbPassword", "correct horse", "credential password-like literal");
    row("MYSQL_ROOT_PASSWORD", "123456", "credential password-like literal");
    row("PGPASSWORD", "postgres", "credential password-like literal");
    row("JWT_SECRET", "s3cr3t-value", "credential secret-like literal");
    row("API_KEY", "abcdef0123456789", "credential key-like literal");
    row("AUTH_TOKEN", "abcdef", "credential token-like literal");
    row("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "credential key-like literal");
    row("DB_PASSWORD", "CHANGEME", "placeholder");
    row("DB_PASSWORD", "${DB_PASSWORD}", "placeholder");
    row("DB_PASSWORD", "$(DB_PASSWORD)", "placeholder");
    row("DB_PASSWORD", "<password>", "placeholder");
    row("DB_PASSWORD", "DB_PASSWORD_VAL", "placeholder");
    row("DB_PASSWORD", "{{ .Values.password }}", "placeholder");
    row("DB_PASSWORD", "xxxxxxxx", "placeholder");
    row("DB_PASSWORD", "your-password-here", "placeholder");
    row("DB_PASSWORD", "", "empty");
    row("DB_PASSWORD", "/run/secrets/db", "plain");
    row("DB_PASSWORD_FILE", "/run/secrets/db", "plain");
    row("TOKEN_TTL", "3600s", "plain");
    row("TOKEN_PATH", "/var/run/token", "plain");
    row("PASSWORD_MIN_LENGTH", "12", "plain");
    row("MAX_TOKENS", "4096", "plain");
    row("secretName", "db-credentials", "address db-credentials");
    row("TOKEN_URL", "https://idp.example.com/token", "address https://idp.example.com require");
    // Credentials by shape
    row("X", "AKIAIOSFODNN7EXAMPLE", "credential AWS access key id");
    row("X", "ghp_0123456789abcdefghijklmnopqrstuvwxyz", "credential GitHub token");
    row("X", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "credential private key");
    row("X", "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----", "plain");
    row("X", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "credential JSON web token");
    row("X", "Authorization: Bearer abcdefghijklmnop0123", "credential authorization header");
    row("URL", "https://hooks.slack.com/services/T00000000/B00000000/XXXXyyyyzzzz",
        "credential webhook address @ https://hooks.slack.com require");
    row("slack_api_url", "https://hooks.slack.com/services/API_URL_SECRET", "address https://hooks.slack.com require");
    // Credentials within a longer value
    row("DATABASE_URL", "postgres://app:s3cr3t@db.shop:5432/app?sslmode=disable",
        "credential URL with a password @ postgres://db.shop:5432 disable +credentials");
    row("DATABASE_URL", "postgres://app:${PASS}@db.shop:5432/app", "address postgres://db.shop:5432");
    row("DATABASE_URL", "postgres://app@db.shop:5432/app", "address postgres://db.shop:5432");
    row("MONGO", "mongodb://u:p@m-0.m:27017,m-1.m:27017/db",
        "credential URL with a password @ mongodb://m-0.m:27017 +credentials, mongodb://m-1.m:27017");
    // Brackets and quotes end a list of hosts; a protocol before a port is no host.
    row("DASHBOARD", "{\"url\":\"https://coredns.io\"},{\"expr\":\"sum by (le,proto)\",\"options\":\"tcp:90\"}",
        "address https://coredns.io require");
    row("DSN", "host=db port=5432 user=app password=hunter2 sslmode=require", "credential text with a password");
    row("DSN", "Server=tcp:sql.example.com;Database=x;User Id=sa;Password=Str0ng!pw;Encrypt=false",
        "credential text with a password");
    row("DSN", "root:pw@tcp(mysql:3306)/shop?tls=skip-verify", "credential URL with a password @ mysql:3306 skip-verify");
    row("CMD", "mysql -h db -uroot -phunter2 -e 'select 1'", "credential argument with a password");
    row("CMD", "curl -u admin:hunter2 http://cart:8080/x", "credential argument with a password @ http://cart:8080");
    row("CMD", "redis-server --requirepass hunter2", "credential argument with a password");
    row("CMD", "app --db-password hunter2 --verbose", "credential argument with a password");
    row("CMD", "mkdir -p /data && mysqld --datadir=/data", "plain");
    row("CMD", "mysqldump -h db -p hunter2", "credential argument with a password");
    row("--initial-cluster-token", "etcd-1", "address etcd-1");
    row("--webhook-ca-secret", "webhook-ca", "address webhook-ca");
    row("token", "body.token.value", "address body.token.value");
    row("passphraseKey", "passphrase", "address passphrase");
    row("credentials", "{}", "plain");
    row("auth-secret", "shop/basic-auth", "address shop");
    row("CFG", "{\"auths\":{\"r.example.com\":{\"auth\":\"dXNlcjpwYXNzd29yZA==\"}}}", "credential text with a password");
    row("IMAGE", "redis@sha256:0123456789abcdef0123456789abcdef", "plain");
    row("MAIL", "someone@example.com", "plain");
}

void TestKubernetesValue::classes()
{
    QFETCH(std::string, name);
    QFETCH(std::string, value);
    QFETCH(std::string, expected);
    QCOMPARE(toText(classify(name, value)), expected);
}

void TestKubernetesValue::addresses_data()
{
    QTest::addColumn<std::string>("value");
    QTest::addColumn<std::string>("expected");
    auto row = [n = 0](const char* value, const char* expected) mutable {
        QTest::addRow("%02d", ++n) << std::string(value) << std::string(expected);
    };
    row("svc.ns", "svc.ns");
    row("svc.ns.svc.cluster.local.:80", "svc.ns.svc.cluster.local:80");
    row("http://svc.ns.svc.cluster.local:80/x?y=z", "http://svc.ns.svc.cluster.local:80");
    row("HTTP://Svc:80", "http://svc:80");
    row("a:1,b:2, c:3;d", "a:1, b:2, c:3, d");
    row("--upstream=http://cart:80", "http://cart:80");
    row("upstream:cart:80", "cart:80");
    row("cart:80/path", "cart:80");
    row("jdbc:postgresql://db:5432/app?sslmode=verify-full", "postgresql://db:5432 verify-full");
    row("jdbc:mysql://db/app?useSSL=false", "mysql://db disable");
    row("jdbc:oracle:thin:@//ora:1521/XE", "oracle://ora:1521");
    row("jdbc:sqlserver://sql:1433;encrypt=true;trustServerCertificate=true", "sqlserver://sql:1433 skip-verify");
    row("rediss://cache:6380/0", "rediss://cache:6380 require");
    row("redis://cache:6379/${DB}", "redis://cache:6379");
    row("amqps://mq", "amqps://mq require");
    row("postgresql+tls://db", "postgresql+tls://db require");
    row("PLAINTEXT://kafka-0.kafka:9092,SSL://kafka-0.kafka:9093",
        "plaintext://kafka-0.kafka:9092, ssl://kafka-0.kafka:9093 require");
    row("http://[2001:db8::1]:8080/x", "http://2001:db8::1:8080");
    row("10.1.2.3:5432", "10.1.2.3:5432");
    row("10.0.0.0/8,192.168.0.0/16", "");
    row("kubernetes://apis/apps/v1/namespaces/x", "");
    row("{\"a\":\"cart\"}", "");
    row("http://${HOST}:8080", "");
    row("http://$(HOST):8080/", "");
    row("localhost:8080", "");
    row("http://127.0.0.1:8080 0.0.0.0:80 [::1]:80", "");
    row("/var/run/docker.sock", "");
    row("unix:///var/run/x.sock", "");
    row("config.yaml", "");
    row("org.postgresql.driver", "");
    row("12:30", "");
    row("1.25.3", "");
    row("svc:99999", "");
    row("svc:0", "");
    row("User", "");
    row("a_b:80", "");
    row("-svc:80", "");
    row("svc-:80", "");
    row("user=cart dbname=orders", "");
    row("while true; do sleep 1; done", "");
    row("sh -c wget http://cart:80/health && curl catalogue.shop.svc/x", "http://cart:80, catalogue.shop.svc");
    row("redis-cli -h redis ping", "redis");
    row("[\"a:1\", \"b:2\"]", "a:1, b:2");
    row("a:1,a:2,a:3,a:4,a:5,a:6,a:7,a:8,a:9,a:10,a:11,a:12,a:13,a:14,a:15,a:16,a:17,a:18",
        "a:1, a:2, a:3, a:4, a:5, a:6, a:7, a:8, a:9, a:10, a:11, a:12, a:13, a:14, a:15, a:16");
}

void TestKubernetesValue::addresses()
{
    QFETCH(std::string, value);
    QFETCH(std::string, expected);
    QCOMPARE(addressText(addressesIn(value)), expected);
}

void TestKubernetesValue::credentialNames_data()
{
    QTest::addColumn<bool>("expected");
    for (const char* name : {"password",  "DB_PASSWORD",  "dbPasswd",        "PASS",           "REDIS_PASS",
                             "pwd",       "clientSecret", "SECRET_KEY_BASE", "API_KEY",        "apikey",
                             "x-api-key", "privateKey",   "ACCESS_KEY",      "ENCRYPTION_KEY", "GITHUB_TOKEN",
                             "authtoken", "CREDENTIALS",  "passphrase",      "--requirepass",  "spring.datasource.password"})
        QTest::newRow(name) << true;
    for (const char* name : {"PASSWORD_FILE", "TOKEN_TTL",       "TOKEN_PATH",    "secretName",   "SECRET_NAME",
                             "tokenUrl",      "PASS_THROUGH",    "proxy_pass",    "COMPASS",      "KEY",
                             "PUBLIC_KEY",    "keyboard",        "TOKENIZER",     "AUTHOR",       "ACCESS_KEY_ID",
                             "secretRef",     "PASSWORD_POLICY", "POSTGRES_USER", "bypass_cache", ""})
        QTest::newRow(name) << false;
}

void TestKubernetesValue::credentialNames()
{
    QFETCH(bool, expected);
    QCOMPARE(credentialName(QTest::currentDataTag()), expected);
}

void TestKubernetesValue::references()
{
    // Annotations name objects; a name of Kubernetes' form is then no password.
    QCOMPARE(toText(classifyReference("nginx.ingress.kubernetes.io/auth-secret", "basic-auth")),
             std::string("address basic-auth"));
    QCOMPARE(toText(classifyReference("nginx.ingress.kubernetes.io/auth-tls-secret", "shop/ca")), std::string("address shop"));
    QCOMPARE(toText(classifyReference("example.com/api-token", "Zx81_Kq77!")), std::string("credential token-like literal"));
    QCOMPARE(toText(classify("existingSecret", "db-credentials")), std::string("address db-credentials"));
}

void TestKubernetesValue::shown()
{
    const auto show = [](const char* name, const char* value) { return shownValue(value, classify(name, value)); };
    QCOMPARE(show("A", "cart:80"), std::string("cart:80"));
    QCOMPARE(show("A", "true"), std::string("true"));
    QCOMPARE(show("A", "CHANGEME"), std::string("CHANGEME"));
    QCOMPARE(show("A", "Some Words"), std::string("***"));
    QCOMPARE(show("PASSWORD", "hunter2"), std::string("***"));
    QCOMPARE(show("A", "postgres://a:b@db:5432/x"), std::string("***"));
    QCOMPARE(show("A", "http://cart:80/x?sig=abc"), std::string("http://cart:80/x?…"));
    QCOMPARE(show("A", "sh -c 'wget http://cart:80/x somethingelse'"), std::string("… http://cart:80 …"));
}

void TestKubernetesValue::files()
{
    struct Case {
        const char* name;
        const char* text;
        const char* expected;
    };
    const Case cases[] = {
        {"properties", "# db\nspring.datasource.url=jdbc:mysql://db:3306/x\nspring.datasource.password=hunter2\nlevel=info\n",
         "1 spring.datasource.url address mysql://db:3306\n2 spring.datasource.password credential password-like literal\n"},
        {"yaml", "a:\n  host: cart\n  port: 80\n  note: cart\n  servers:\n  - http://x:80\n",
         "1 host address cart\n5  address http://x:80\n"},
        {"json", "{\n  \"url\": \"http://cart:80\",\n  \"token\": \"abcdef\"\n}\n",
         "1 url address http://cart:80\n2 token credential token-like literal\n"},
        {"env", "export REDIS_URL='rediss://cache:6380'\nDB_PASS=\"pw12\"\nEMPTY=\n",
         "0 REDIS_URL address rediss://cache:6380 require\n1 DB_PASS credential password-like literal\n"},
        {"nginx", "upstream cart {\n  server cart:8080;\n}\nlocation / {\n  proxy_pass http://catalogue.shop.svc/x;\n}\n",
         "1 server address cart:8080\n4 proxy_pass address http://catalogue.shop.svc\n"},
        {"prose", "<a xmlns=\"http://www.w3.org/1999/xhtml\">\nsee https://example.com/docs\ntarget_label: namespace\n", ""},
        {"redis", "requirepass foobared\nsave 60 1\n", "0 requirepass credential password-like literal\n"},
    };
    for (const Case& test : cases) {
        std::string text;
        for (const FileLine& line : linesIn(test.text))
            text += std::to_string(line.offset) + " " + line.key + " " + toText(line.facts) + "\n";
        QVERIFY2(text == test.expected, (std::string(test.name) + ":\n" + text).c_str());
    }
}

void TestKubernetesValue::oracleAddresses()
{
    const auto folder = test::oraclesDir();
    if (folder.empty())
        QSKIP("the oracles are not there");
    const auto bytes = test::readFile(folder / "service-dependencies" / "address-values.json");
    QVERIFY(bytes);
    const auto read = document::readDocuments(document::FileText::make("address-values.json", *bytes));
    QCOMPARE(read.documents.size(), std::size_t(1));
    int agreed = 0, all = 0;
    for (const document::Node node : read.documents[0].root()) {
        const std::vector<AddressToken> found = addressesIn(node["value"].text());
        std::string address;
        if (!found.empty())
            address = found[0].host + (found[0].port != 0 ? ":" + std::to_string(found[0].port) : "");
        ++all;
        if (address == node["address"].text() && found.size() <= 1)
            ++agreed;
        else
            qInfo("differs: %s -> %s", node["value"].string().substr(0, 80).c_str(), address.c_str());
    }
    qInfo("address values: %d of %d agree", agreed, all);
    QCOMPARE(agreed, all);
}

void TestKubernetesValue::hostileValues()
{
    for (const char* part : {"@", ":", "=", "a=", "-:", "://", "a://", "eyJ.", "ghp_-", "\"", "${", "[", "a,", "a:b@", "- "}) {
        std::string value;
        while (value.size() < 400'000)
            value += part;
        QVERIFY(classify("X", value).addresses.size() <= maxAddresses);
        QVERIFY(linesIn(value).size() < 1'000);
    }
    std::string lines;
    for (int i = 0; i < 30'000; ++i)
        lines += "url=http://a:80\n";
    QVERIFY(linesIn(lines).size() <= 400);
}

QTEST_GUILESS_MAIN(TestKubernetesValue)
#include "tst_kubernetes_value.moc"
