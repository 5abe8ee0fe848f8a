// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/qtkeystore.h"
#include "models/wire/random.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <thread>

using namespace griddesk;
using namespace std::chrono_literals;

namespace {

/// A message bus that takes connections and says nothing, for ever.
class SilentBus {
public:
    SilentBus()
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string path = m_folder.filePath(QStringLiteral("bus")).toStdString();
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        m_listening = m_socket >= 0 && ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 && ::listen(m_socket, 8) == 0;
        qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray::fromStdString("unix:path=" + path));
    }
    SilentBus(const SilentBus&) = delete;
    SilentBus& operator=(const SilentBus&) = delete;
    ~SilentBus() { ::close(m_socket); }
    [[nodiscard]] bool listening() const { return m_listening; }

private:
    QTemporaryDir m_folder;
    int m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool m_listening = false;
};

/// The same question from another thread while this one runs its event loop, as the desk does.
template <typename Ask>
auto fromWorker(Ask ask)
{
    QEventLoop loop;
    decltype(ask()) answer;
    std::thread worker([&] {
        answer = ask();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    worker.join();
    return answer;
}

} // namespace

// One after the other: a question that was given up stays in the library's line.
TEST(QtKeyStore, AnAbsentAndASilentStoreAreToldWithinTheLimit)
{
    SystemRandom random;
    const Secret secret = Secret::random(random);
    const CancelToken patient;
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QtKeyStore absent(20s);
    EXPECT_EQ(absent.get("e", patient).error().problem, KeyStoreProblem::Unavailable);
    EXPECT_EQ(absent.put("e", secret, patient).error().problem, KeyStoreProblem::Unavailable);
    EXPECT_EQ(absent.erase("e", patient).error().problem, KeyStoreProblem::Unavailable);
    const auto fromThere = fromWorker([&]() -> KeyStoreResult<void> { return absent.put("e", secret, patient); });
    ASSERT_FALSE(fromThere);
    EXPECT_EQ(fromThere.error().problem, KeyStoreProblem::Unavailable);
    EXPECT_FALSE(fromThere.error().detail.empty());

    const SilentBus bus;
    ASSERT_TRUE(bus.listening());
    QtKeyStore impatient(300ms);
    EXPECT_EQ(impatient.put("e", secret, patient).error().problem, KeyStoreProblem::TimedOut);
    EXPECT_EQ(fromWorker([&]() -> KeyStoreResult<void> { return impatient.erase("e", patient); }).error().problem, KeyStoreProblem::TimedOut);

    QtKeyStore waiting(1h);
    const auto until = std::chrono::steady_clock::now() + 200ms;
    const CancelToken enough([until] { return std::chrono::steady_clock::now() >= until; });
    EXPECT_EQ(waiting.get("e", enough).error().problem, KeyStoreProblem::Cancelled);
    EXPECT_EQ(fromWorker([&]() -> KeyStoreResult<void> { return waiting.put("e", secret, enough); }).error().problem, KeyStoreProblem::Cancelled);
}

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
