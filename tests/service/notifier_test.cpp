// SPDX-License-Identifier: GPL-3.0-or-later
// How news of a commit reach whoever listens; what is told when is in tests/app over a real store.
#include "models/service/notifier.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QThread>

#include <memory>
#include <string>
#include <thread>

using namespace griddesk;

namespace {

std::vector<CaseId> ids(std::initializer_list<const char*> names)
{
    std::vector<CaseId> made;
    for (const auto* name : names)
        made.push_back(CaseId::literal(name));
    return made;
}

class Notices : public ::testing::Test {
protected:
    int argc = 1;
    char name[5] = "test";
    char* argv[1] = {name};
    QCoreApplication application{argc, argv};
    Notifier notifier;
};

} // namespace

TEST_F(Notices, ABatchReachesEveryListenerWholeAndInOrder)
{
    std::vector<std::string> told;
    const auto listen = [&](const char* who) {
        QObject::connect(&notifier, &Notifier::casesChanged, &notifier,
                         [&told, who](const std::vector<CaseId>& added, const std::vector<CaseId>& changed, bool bulk) {
                             std::string text = who;
                             for (const auto& id : added)
                                 text += " +" + id.text();
                             for (const auto& id : changed)
                                 text += " ~" + id.text();
                             told.push_back(text + (bulk ? " bulk" : ""));
                         });
    };
    listen("table");
    listen("page");
    Q_EMIT notifier.casesChanged(ids({"c3"}), ids({"c1", "c2"}), false);
    Q_EMIT notifier.casesChanged({}, {}, true);
    EXPECT_EQ(told, (std::vector<std::string>{"table +c3 ~c1 ~c2", "page +c3 ~c1 ~c2", "table bulk", "page bulk"}));
}

TEST_F(Notices, WhatTheWriterPostsIsToldOnTheThreadOfTheNotifier)
{
    std::vector<CaseId> seen;
    QThread* on = nullptr;
    QObject::connect(&notifier, &Notifier::casesChanged, &notifier, [&](const std::vector<CaseId>&, const std::vector<CaseId>& changed, bool) {
        seen = changed;
        on = QThread::currentThread();
    });
    std::jthread([this] {
        const auto changed = ids({"c1"}); // gone before it is told
        QMetaObject::invokeMethod(&notifier, [this, changed] { Q_EMIT notifier.casesChanged({}, changed, false); }, Qt::QueuedConnection);
    }).join();
    EXPECT_EQ(on, nullptr) << "nothing is told in the middle of something else";
    QCoreApplication::processEvents();
    EXPECT_EQ(on, QThread::currentThread());
    EXPECT_EQ(seen, ids({"c1"}));
}

TEST_F(Notices, AListenerOfAnotherThreadGetsACopyOfItsOwn)
{
    QThread thread;
    auto* listener = new QObject;
    listener->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, listener, &QObject::deleteLater);
    std::vector<CaseId> seen;
    QThread* on = nullptr;
    QObject::connect(&notifier, &Notifier::casesChanged, listener, [&](const std::vector<CaseId>& added, const std::vector<CaseId>&, bool) {
        seen = added;
        on = QThread::currentThread();
        thread.quit();
    });
    {
        const auto added = ids({"c1", "c2"});
        Q_EMIT notifier.casesChanged(added, {}, false); // waits in the queue of a thread that does not run yet
    }
    thread.start();
    thread.wait();
    EXPECT_EQ(on, &thread);
    EXPECT_EQ(seen, ids({"c1", "c2"}));
}

TEST_F(Notices, APageThatWasClosedHearsNothingMore)
{
    int heard = 0;
    auto page = std::make_unique<QObject>();
    QObject::connect(&notifier, &Notifier::outboxChanged, page.get(), [&](int waiting, int refused) { heard += waiting + refused; });
    Q_EMIT notifier.outboxChanged(2, 1);
    page.reset();
    Q_EMIT notifier.outboxChanged(2, 1);
    EXPECT_EQ(heard, 3);
}

TEST_F(Notices, ALateErrorOfSendingKeepsItsCodeAndPlace)
{
    std::optional<Error> told;
    QObject::connect(&notifier, &Notifier::sendingFailed, &notifier, [&](const Error& error) { told = error; }, Qt::QueuedConnection);
    Q_EMIT notifier.sendingFailed(Error{ErrorCode::DiskFull, "no room", "log.db"});
    QCoreApplication::processEvents();
    ASSERT_TRUE(told);
    EXPECT_EQ(told->code, ErrorCode::DiskFull);
    EXPECT_EQ(told->context, "log.db");
}
