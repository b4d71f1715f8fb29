// SPDX-License-Identifier: GPL-3.0-or-later
// Calls inferred from configuration, and what settings' names say about bare words.
#include "model/resolve/addresses.h"
#include "model/resolve/resolve.h"
#include "model/resolve/settings.h"
#include "tests/support/golden_lines.h"
#include "tests/support/text_architecture.h"

using namespace bartizan;
using namespace bartizan::test;

class TestCalls : public QObject {
    Q_OBJECT
private slots:
    void addressForms();
    void portsFollowTheService();
    void bareWords();
    void arguments();
    void configMaps();
    void statefulSetPods();
    void absentServices();
    void outsideSystems();
    void externalNames();
    void endpointsByHand();
    void meshServices();
    void clientTls();
    void merged();
    void callsByAddress();
    void authProxies();
    void settings_data();
    void settings();
    void addressScopes();
};

void TestCalls::addressForms()
{
    const Model model = modelOf(R"(
workload web
workload data/cart port=7070
service data/cart 80:7070
workload cart port=9
service cart 80:9
env web A_ADDR=cart:80 B_ADDR=cart.data:80 C_ADDR=cart.data.svc:80 D_ADDR=http://cart.data.svc.cluster.local:80/x
workload w2
env w2 A_ADDR=http://cart.data.svc.corp.internal E_ADDR=cart.data.svc.cluster.local.:80
workload self port=1
service self 1
env self ADVERTISED_ADDR=self:1
)");
    COMPARE_TEXT(callsText(model.architecture), "shop/w2[Deployment] -> data/cart[Deployment] TCP 7070 http\n"
                                                "shop/web[Deployment] -> data/cart[Deployment] TCP 7070 http\n"
                                                "shop/web[Deployment] -> shop/cart[Deployment] TCP 9\n");
    QCOMPARE(model.architecture.calls[1].evidence.size(), std::size_t(1)); // one line names it three times
}

void TestCalls::portsFollowTheService()
{
    const Model model = modelOf(R"(
workload web
workload api port=http:8080 port=8443 port=metrics:9100/UDP
service api 80:http 443:8443 53:metrics/UDP 99:absent
service api-head headless -> app=api 80:8080
env web ONE_URL=http://api:80
workload all
env all ALL_HOST=api
workload wrong
env wrong WRONG_ADDR=api:81
workload head
env head HEAD_ADDR=api-head:8443
)");
    COMPARE_TEXT(callsText(model.architecture),
                 "shop/all[Deployment] -> shop/api[Deployment] TCP 8080 TCP 8443 TCP absent UDP 9100\n"
                 "shop/head[Deployment] -> shop/api[Deployment] TCP 8443\n"
                 "shop/web[Deployment] -> shop/api[Deployment] TCP 8080 http\n"
                 "shop/wrong[Deployment] -> ? api:81 near api:80,443,53,99\n");
}

void TestCalls::bareWords()
{
    const Model model = modelOf(R"(
workload postgres StatefulSet image=postgres:16 port=5432
service postgres 5432
workload a
env a DB_USER=postgres DB_TYPE=postgres POSTGRES_DB=postgres
workload b
env b DB_HOST=postgres
workload c
env c DATABASE=postgres
workload d
arg d postgres
workload other/e
env other/e DB_HOST=postgres
)");
    COMPARE_TEXT(callsText(model.architecture), "shop/b[Deployment] -> shop/postgres[StatefulSet] TCP 5432\n"
                                                "shop/c[Deployment] -> shop/postgres[StatefulSet] TCP 5432\n");
}

void TestCalls::arguments()
{
    const Model model = modelOf(R"(
workload carts
arg carts --carts_db_addr carts-db:27017 --verbose
workload orders
arg orders --cart_svc carts serve carts
workload carts-db image=mongo:7 port=27017
service carts-db 27017
service carts -> app=carts 80
workload v
arg v --image=carts-db:27017 --listen=0.0.0.0:8080 --upstream=http://localhost:9
)");
    COMPARE_TEXT(callsText(model.architecture), "shop/carts[Deployment] -> shop/carts-db[Deployment] TCP 27017\n"
                                                "shop/orders[Deployment] -> shop/carts[Deployment] TCP 80\n");
    QCOMPARE(model.architecture.calls[1].evidence.front().line, 5u);
}

void TestCalls::configMaps()
{
    Inventory inventory = parseArchitecture(R"(
workload web
workload cart port=7070
service cart 7070
config settings cart_url=http://cart:7070
config unused cart_url=http://cart:7070
uses web settings
workload mounted
workload keyed
workload idle
)");
    ConfigMapRecord& map = inventory.configMaps.front();
    Volume volume;
    volume.name = "conf";
    volume.type = "configMap";
    volume.sources.push_back({"configMap", "settings", {"cart_url"}, map.entries.front().evidence});
    inventory.workloads[2].pod.volumes.push_back(volume);
    EnvVar variable;
    variable.name = "CART";
    variable.from = EnvVar::From::configMapKey;
    variable.refName = "settings";
    variable.refKey = "cart_url";
    inventory.workloads[3].pod.containers.front().env.push_back(variable);
    volume.sources.front().keys = {"another_key"};
    inventory.workloads[4].pod.volumes.push_back(volume);
    const Architecture architecture = resolve(inventory, shippedCatalogue());
    COMPARE_TEXT(callsText(architecture), "shop/keyed[Deployment] -> shop/cart[Deployment] TCP 7070 http\n"
                                          "shop/mounted[Deployment] -> shop/cart[Deployment] TCP 7070 http\n"
                                          "shop/web[Deployment] -> shop/cart[Deployment] TCP 7070 http\n");
    QCOMPARE(architecture.calls.back().evidence.front().line, 5u); // the ConfigMap's line, then the reference
    QCOMPARE(architecture.calls.back().evidence.back().line, 7u);
}

void TestCalls::statefulSetPods()
{
    const Model model = modelOf(R"(
workload kafka StatefulSet image=apache/kafka:3.9 port=9092
service kafka-head headless -> app=kafka 9092
workload web
env web BROKERS=kafka-0.kafka-head:9092 FAR=kafka-1.kafka-head.shop.svc.cluster.local:9094
)");
    COMPARE_TEXT(callsText(model.architecture), "shop/web[Deployment] -> shop/kafka[StatefulSet] TCP 9092 TCP 9094\n");
}

void TestCalls::absentServices()
{
    const Model model = modelOf(R"(
workload web
workload shoppingassistant port=80
service shoppingassistant 80
namespace jaeger
env web ASSISTANT_ADDR=shoppingassistantsvc:80 ZIPKIN=zipkin.jaeger.svc.cluster.local TRACE=http://tempo
env web NEAR_NS=agent.jaeger:6831 TAG=release:12 LEVEL=info KFAM_HOST=kfam.kubeflow META=kubernetes://apis/apps CLASS=a.b
env web ADVERTISE_URL=http://web-peer:1 DNS_NAMES=web-hook.shop.svc
)");
    COMPARE_TEXT(callsText(model.architecture), "shop/web[Deployment] -> ? agent.jaeger:6831\n"
                                                "shop/web[Deployment] -> ? kfam.kubeflow:0\n"
                                                "shop/web[Deployment] -> ? shoppingassistantsvc:80 near shoppingassistant\n"
                                                "shop/web[Deployment] -> ? tempo:0\n"
                                                "shop/web[Deployment] -> ? zipkin.jaeger.svc.cluster.local:0\n");
}

void TestCalls::outsideSystems()
{
    const Model model = modelOf(R"(
workload web
env web PAY_URL=https://api.bank.example/v1 DB_HOST=prod.abc.eu-west-1.rds.amazonaws.com CONF=app.properties JAVA=com.example.main
env web CACHE=redis://cache.example.com:6380 META=http://169.254.169.254/latest BIND=10.1.2.3 PEER=10.9.8.7:5432 API=https://kubernetes.default.svc
)");
    COMPARE_TEXT(callsText(model.architecture), "shop/web[Deployment] -> external:10.9.8.7:5432 TCP 5432\n"
                                                "shop/web[Deployment] -> external:169.254.169.254:80 TCP 80 http\n"
                                                "shop/web[Deployment] -> external:api.bank.example:443 TCP 443 https\n"
                                                "shop/web[Deployment] -> external:cache.example.com:6380 TCP 6380 redis\n"
                                                "shop/web[Deployment] -> external:kubernetes.default.svc:443 TCP 443 https\n"
                                                "shop/web[Deployment] -> external:prod.abc.eu-west-1.rds.amazonaws.com\n");
    const Outside& rds = model.architecture.outsides.back();
    QCOMPARE(rds.product, std::string("AWS RDS"));
    QVERIFY(rds.managed);
    QCOMPARE(model.architecture.outsides[4].product, std::string("Kubernetes API"));
    QVERIFY(!model.architecture.outsides[4].managed);
    QCOMPARE(model.architecture.outsides[2].product, std::string());
}

void TestCalls::externalNames()
{
    const Model model =
        modelOf("workload web\nservice db externalName=db.example.com 5432\nenv web DB_HOST=db DB_URL=postgres://db:5432/x\n");
    COMPARE_TEXT(callsText(model.architecture), "shop/web[Deployment] -> external:db.example.com\n"
                                                "shop/web[Deployment] -> external:db.example.com:5432 TCP 5432 postgres\n");
    QVERIFY(model.architecture.calls.front().service.valid());
    const Model alias = modelOf(
        "workload data/cart port=70\nservice data/cart 80:70\nworkload web\nenv web CART_URL=http://cart:80 LOOP=http://a:1\n"
        "service cart externalName=cart.data.svc.cluster.local\nservice a externalName=b.shop.svc\nservice b "
        "externalName=a.shop.svc\n");
    COMPARE_TEXT(callsText(alias.architecture), "shop/web[Deployment] -> data/cart[Deployment] TCP 70 http\n");
}

void TestCalls::endpointsByHand()
{
    Inventory inventory = parseArchitecture(
        "workload web\nservice db -> none 5432\nservice api -> none 443\nenv web DB_HOST=db API_URL=https://api\n");
    EndpointsRecord endpoints;
    endpoints.object = inventory.services.front().object;
    endpoints.service = "db";
    endpoints.addresses = {"10.20.0.5"};
    endpoints.ports = {15432};
    inventory.endpoints.push_back(endpoints);
    COMPARE_TEXT(callsText(resolve(inventory, shippedCatalogue())),
                 "shop/web[Deployment] -> external:10.20.0.5:15432 TCP 15432\n"
                 "shop/web[Deployment] -> external:api.shop.svc:443 TCP 443 https\n");
}

void TestCalls::meshServices()
{
    Inventory inventory = parseArchitecture("workload web\nenv web API_URL=https://api.example.com\n");
    MeshExternalService entry;
    entry.object = ObjectId(std::size_t(0));
    entry.hosts.push_back({"api.example.com", inventory.objects[0].evidence});
    entry.hosts.push_back({"unused.example.com", inventory.objects[0].evidence});
    entry.ports = {443};
    entry.location = "MESH_EXTERNAL";
    inventory.meshExternalServices.push_back(entry);
    const Architecture architecture = resolve(inventory, shippedCatalogue());
    QCOMPARE(architecture.outsides.size(), std::size_t(2)); // the one that is called is the same one
    QCOMPARE(architecture.calls.size(), std::size_t(1));
}

void TestCalls::clientTls()
{
    const Model model = modelOf(R"(
workload db image=postgres:16 port=5432
service db 5432
workload a
env a DB_HOST=db DB_SSLMODE=disable
workload b
env b DB_HOST=db CACHE_SSLMODE=disable
workload c
env c DB_HOST=db DB_SSL=true OTHER_DB_URL=postgres://db:5432
)");
    COMPARE_TEXT(callsText(model.architecture), "shop/a[Deployment] -> shop/db[Deployment] TCP 5432 disable\n"
                                                "shop/b[Deployment] -> shop/db[Deployment] TCP 5432\n"
                                                "shop/c[Deployment] -> shop/db[Deployment] TCP 5432 postgres\n");
}

void TestCalls::merged()
{
    const Model model = modelOf(R"(
workload api port=80 port=443
service api 80 443
workload web
env web A_URL=https://api:443
env web B_URL=http://api:80
)");
    COMPARE_TEXT(callsText(model.architecture), "shop/web[Deployment] -> shop/api[Deployment] TCP 443 TCP 80 http\n");
    QCOMPARE(model.architecture.calls.front().evidence.size(), std::size_t(2));
}

void TestCalls::callsByAddress()
{
    Inventory inventory =
        parseArchitecture("workload api port=80\nservice api clusterIp=10.96.0.9 80\nworkload web\nenv web API=10.96.0.9:80\n");
    COMPARE_TEXT(callsText(resolve(inventory, shippedCatalogue())), "shop/web[Deployment] -> shop/api[Deployment] TCP 80\n");
}

void TestCalls::authProxies()
{
    Inventory inventory = parseArchitecture(
        "workload proxy image=quay.io/oauth2-proxy/oauth2-proxy:v7 port=4180\nworkload api port=80\nservice api 80\n");
    AuthProxyRecord record;
    record.object = inventory.workloads[0].object;
    record.product = "oauth2-proxy";
    AddressToken upstream;
    upstream.scheme = "http";
    upstream.host = "api";
    upstream.port = 80;
    record.upstreams.push_back(upstream);
    upstream.host = "127.0.0.1";
    record.upstreams.push_back(upstream);
    inventory.authProxies.push_back(record);
    const Architecture architecture = resolve(inventory, shippedCatalogue());
    QCOMPARE(architecture.authProxies.size(), std::size_t(1));
    const AuthProxy& proxy = architecture.authProxies.front();
    QCOMPARE(architecture.workload(proxy.proxy).name, std::string("proxy"));
    QCOMPARE(proxy.upstreams.size(), std::size_t(2)); // the Service's workload and itself
}

void TestCalls::settings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("says");
    const auto row = [](const char* name, resolving::SettingSays says) {
        QTest::newRow(name) << QString::fromLatin1(name) << int(says);
    };
    using resolving::SettingSays;
    row("DB_HOST", SettingSays::address);
    row("dbHostName", SettingSays::address);
    row("--carts_db_addr", SettingSays::address);
    row("spring.datasource.url", SettingSays::address);
    row("KAFKA_BROKERS", SettingSays::address);
    row("KAFKA_ADVERTISED_LISTENERS", SettingSays::ownAddress);
    row("--listen-peer-urls", SettingSays::ownAddress);
    row("--webhook-dns-names", SettingSays::somethingElse);
    row("DB_USER", SettingSays::somethingElse);
    row("POSTGRES_DB", SettingSays::somethingElse);
    row("MYSQL_DATABASE", SettingSays::somethingElse);
    row("OTEL_SERVICE_NAME", SettingSays::somethingElse);
    row("DB_PASSWORD_2", SettingSays::somethingElse);
    row("USER_DB", SettingSays::nothing);
    row("--cart_svc", SettingSays::nothing);
    row("REDIS", SettingSays::nothing);
    row("", SettingSays::nothing);
}

void TestCalls::settings()
{
    QFETCH(QString, name);
    QFETCH(int, says);
    QCOMPARE(int(resolving::whatSettingSays(name.toStdString())), says);
}

void TestCalls::addressScopes()
{
    using resolving::AddressScope;
    using resolving::scopeOf;
    using resolving::scopeOfRange;
    QCOMPARE(scopeOf("10.0.0.1"), AddressScope::privateUse);
    QCOMPARE(scopeOf("172.31.255.255"), AddressScope::privateUse);
    QCOMPARE(scopeOf("172.32.0.0"), AddressScope::publicUse);
    QCOMPARE(scopeOf("100.64.0.1"), AddressScope::privateUse);
    QCOMPARE(scopeOf("34.1.2.3"), AddressScope::publicUse);
    QCOMPARE(scopeOf("::1"), AddressScope::loopback);
    QCOMPARE(scopeOf("[fd00::1]"), AddressScope::privateUse);
    QCOMPARE(scopeOf("2001:db8::1"), AddressScope::publicUse);
    QCOMPARE(scopeOf("example.com"), AddressScope::notAnAddress);
    QCOMPARE(scopeOf("1.2.3"), AddressScope::notAnAddress);
    QCOMPARE(scopeOfRange("0.0.0.0/0"), AddressScope::publicUse);
    QCOMPARE(scopeOfRange("10.0.0.0/8"), AddressScope::privateUse);
    QCOMPARE(scopeOfRange("10.0.0.0/7"), AddressScope::publicUse);
    QCOMPARE(scopeOfRange("203.0.113.7/32"), AddressScope::publicUse);
    QCOMPARE(scopeOfRange("::/0"), AddressScope::publicUse);
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
