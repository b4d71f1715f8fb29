// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses and blocks as text: what is one, which addresses a block holds, which block is within which.
#include "model/ip_block.h"

#include <QtTest>

#include <string_view>

using namespace bartizan;

class TestIpBlock : public QObject {
    Q_OBJECT
private slots:
    void addresses()
    {
        const auto four = ipAddressOf("10.1.2.3");
        QVERIFY(four && !four->v6 && four->high == 0 && four->low == 0x0A010203U);
        const auto six = ipAddressOf("2001:db8::1");
        QVERIFY(six && six->v6 && six->high == 0x20010DB800000000U && six->low == 1);
        const auto mapped = ipAddressOf("::ffff:10.0.0.1");
        QVERIFY(mapped && mapped->v6 && mapped->high == 0 && mapped->low == 0xFFFF0A000001U);
        QVERIFY(*four < *six);
        for (const std::string_view text :
             {std::string_view(), std::string_view("10.0.0"), std::string_view("10.0.0.256"), std::string_view("010.0.0.1"),
              std::string_view("10.0.0.1 "), std::string_view("1.2.3.4::"), std::string_view("fe80::1%eth0"),
              std::string_view(":::"), std::string_view("1::2::3"), std::string_view("12345::"), std::string_view("example.com"),
              std::string_view("10.0.0.1\0x", 10)})
            QVERIFY(!ipAddressOf(text));
    }

    void blocks()
    {
        const auto four = cidrOf("10.1.2.3/8");
        QVERIFY(four && four->bits == 8);
        QVERIFY(four->written == ipAddressOf("10.1.2.3"));
        QVERIFY(four->first() == ipAddressOf("10.0.0.0") && four->last() == ipAddressOf("10.255.255.255"));
        const auto six = cidrOf("2001:db8::5/65");
        QVERIFY(six && six->first() == ipAddressOf("2001:db8::") && six->last() == ipAddressOf("2001:db8::7fff:ffff:ffff:ffff"));
        QVERIFY(cidrOf("2001:db8::/64")->last() == ipAddressOf("2001:db8::ffff:ffff:ffff:ffff"));
        QVERIFY(cidrOf("0.0.0.0/0")->last() == ipAddressOf("255.255.255.255"));
        QVERIFY(cidrOf("::/0")->last() == ipAddressOf("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"));
        for (const char* text : {"10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0.0/0008", "::/129",
                                 "/8", "10.0.0.0/ 8"})
            QVERIFY(!cidrOf(text));
        QVERIFY(ipBlockOf("10.0.0.0/8") && !ipBlockOf("10.0.0.0/"));
        const auto one = ipBlockOf("fd00::1");
        QVERIFY(one && one->bits == 128 && one->first() == one->last());
    }

    void parts()
    {
        const auto in = [](const char* inner, const char* outer) { return within(*cidrOf(inner), *cidrOf(outer)); };
        const auto strictly = [](const char* inner, const char* outer) { return strictlyWithin(*cidrOf(inner), *cidrOf(outer)); };
        QVERIFY(in("10.1.0.0/16", "10.9.9.9/8") && strictly("10.1.0.0/16", "10.9.9.9/8"));
        QVERIFY(in("10.1.2.3/8", "10.0.0.0/8") && !strictly("10.1.2.3/8", "10.0.0.0/8"));
        QVERIFY(!in("10.0.0.0/7", "10.0.0.0/8") && !strictly("10.0.0.0/7", "10.0.0.0/8"));
        QVERIFY(!in("11.0.0.0/16", "10.0.0.0/8") && !in("::a00:0/104", "10.0.0.0/8") && !in("10.0.0.0/16", "::/0"));
        QVERIFY(strictly("fd00:1::/32", "fd00::/8"));
    }
};

QTEST_GUILESS_MAIN(TestIpBlock)
#include "tst_ip_block.moc"
