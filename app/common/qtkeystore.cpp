// SPDX-License-Identifier: GPL-3.0-or-later
#include "qtkeystore.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace griddesk {

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* service = "GridDesk";
constexpr std::chrono::milliseconds lookAgain{20}; // at the cancel token

/// What a job leaves behind for whoever waits; both hold it, because a job outlives an impatient caller.
struct Answer {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<KeyStoreResult<std::optional<Secret>>> result; ///< under the mutex
};

using Start = std::function<QKeychain::Job*()>;
using Take = std::function<KeyStoreResult<std::optional<Secret>>(QKeychain::Job&)>;

/// The buffer is shared with the job, so this wipes the job's bytes as well.
void wipeShared(const QByteArray& bytes)
{
    wipeBytes({reinterpret_cast<std::uint8_t*>(const_cast<char*>(bytes.constData())), static_cast<std::size_t>(bytes.size())});
}

KeyStoreFailure failureOf(const QKeychain::Job& job)
{
    const auto text = job.errorString().toStdString();
    switch (job.error()) {
    case QKeychain::EntryNotFound: return {KeyStoreProblem::Missing, text};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
    case QKeychain::CouldNotDeleteEntry: return {KeyStoreProblem::Denied, text};
    default: return {KeyStoreProblem::Unavailable, text};
    }
}

void begin(const std::shared_ptr<Answer>& answer, const Start& start, const Take& take)
{
    auto* job = start(); // deletes itself when it is finished, and not before: the library answers to its address
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [answer, take](QKeychain::Job* done) {
        auto result = take(*done);
        const std::scoped_lock lock(answer->mutex);
        answer->result = std::move(result);
        answer->changed.notify_all();
    });
    job->start();
}

/// Why nobody waits any longer; nothing as long as somebody does.
std::optional<KeyStoreFailure> givenUp(const CancelToken& cancel, Clock::time_point until, std::chrono::milliseconds limit)
{
    if (cancel.cancelled())
        return KeyStoreFailure{KeyStoreProblem::Cancelled, "not waited for"};
    if (Clock::now() >= until)
        return KeyStoreFailure{KeyStoreProblem::TimedOut, "no answer within " + std::to_string(limit.count()) + " ms"};
    return std::nullopt;
}

KeyStoreResult<std::optional<Secret>> ask(const Start& start, const Take& take, std::chrono::milliseconds limit, const CancelToken& cancel)
{
    auto* application = QCoreApplication::instance();
    if (application == nullptr)
        return std::unexpected(KeyStoreFailure{KeyStoreProblem::Unavailable, "no event loop to ask in"});
    const auto until = Clock::now() + limit;
    if (auto already = givenUp(cancel, until, limit))
        return std::unexpected(*already);
    const auto answer = std::make_shared<Answer>();
    if (QThread::currentThread() == application->thread()) {
        begin(answer, start, take);
        QEventLoop loop;
        QTimer tick;
        std::optional<KeyStoreFailure> gaveUp;
        QObject::connect(&tick, &QTimer::timeout, &loop, [&] {
            gaveUp = givenUp(cancel, until, limit);
            const std::scoped_lock lock(answer->mutex);
            if (answer->result || gaveUp)
                loop.quit();
        });
        tick.start(lookAgain);
        loop.exec();
        const std::scoped_lock lock(answer->mutex);
        if (answer->result)
            return *std::move(answer->result);
        return std::unexpected(gaveUp.value_or(KeyStoreFailure{KeyStoreProblem::Cancelled, "the program ends"}));
    }
    QMetaObject::invokeMethod(application, [answer, start, take] { begin(answer, start, take); }, Qt::QueuedConnection);
    std::unique_lock lock(answer->mutex);
    for (;;) {
        if (answer->changed.wait_for(lock, lookAgain, [&] { return answer->result.has_value(); }))
            return *std::move(answer->result);
        if (auto gaveUp = givenUp(cancel, until, limit))
            return std::unexpected(*gaveUp);
    }
}

KeyStoreResult<void> withoutSecret(KeyStoreResult<std::optional<Secret>> result)
{
    return result ? KeyStoreResult<void>() : std::unexpected(result.error());
}

} // namespace

KeyStoreResult<void> QtKeyStore::put(const std::string& entry, const Secret& secret, const CancelToken& cancel)
{
    const QByteArray bytes(reinterpret_cast<const char*>(secret.bytes().data()), static_cast<qsizetype>(secret.bytes().size()));
    const auto start = [bytes, entry]() -> QKeychain::Job* {
        auto* job = new QKeychain::WritePasswordJob(QString::fromLatin1(service));
        job->setKey(QString::fromStdString(entry));
        job->setBinaryData(bytes);
        return job;
    };
    const auto take = [bytes](QKeychain::Job& job) -> KeyStoreResult<std::optional<Secret>> {
        wipeShared(bytes);
        if (job.error() != QKeychain::NoError)
            return std::unexpected(failureOf(job));
        return std::nullopt;
    };
    return withoutSecret(ask(start, take, m_limit, cancel));
}

KeyStoreResult<Secret> QtKeyStore::get(const std::string& entry, const CancelToken& cancel)
{
    const auto start = [entry]() -> QKeychain::Job* {
        auto* job = new QKeychain::ReadPasswordJob(QString::fromLatin1(service));
        job->setKey(QString::fromStdString(entry));
        return job;
    };
    const auto take = [](QKeychain::Job& job) -> KeyStoreResult<std::optional<Secret>> {
        if (job.error() != QKeychain::NoError)
            return std::unexpected(failureOf(job));
        const QByteArray bytes = static_cast<QKeychain::ReadPasswordJob&>(job).binaryData();
        auto secret = Secret::copyOf({reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
        wipeShared(bytes);
        if (!secret)
            return std::unexpected(KeyStoreFailure{KeyStoreProblem::Unfit, secret.error().detail});
        return *std::move(secret);
    };
    auto result = ask(start, take, m_limit, cancel);
    if (!result)
        return std::unexpected(result.error());
    return std::move(**result);
}

KeyStoreResult<void> QtKeyStore::erase(const std::string& entry, const CancelToken& cancel)
{
    const auto start = [entry]() -> QKeychain::Job* {
        auto* job = new QKeychain::DeletePasswordJob(QString::fromLatin1(service));
        job->setKey(QString::fromStdString(entry));
        return job;
    };
    const auto take = [](QKeychain::Job& job) -> KeyStoreResult<std::optional<Secret>> {
        if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
            return std::unexpected(failureOf(job));
        return std::nullopt;
    };
    return withoutSecret(ask(start, take, m_limit, cancel));
}

} // namespace griddesk
