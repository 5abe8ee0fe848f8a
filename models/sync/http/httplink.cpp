// SPDX-License-Identifier: GPL-3.0-or-later
#include "httplink.h"

#include "models/wire/protocol.h"
#include "models/wire/rulebundle.h"

#include <QEventLoop>
#include <QFile>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

namespace griddesk {

namespace {

/// The largest thing the platform ever sends is a rule bundle or the geometry it names.
constexpr qint64 mostAnswerBytes = static_cast<qint64>(maximumBundleBytes) + 1024 * 1024;

std::unexpected<Error> unfit(const char* what, const QString& text) { return fail(ErrorCode::InvalidArgument, what, text.left(200).toStdString()); }

bool isLoopback(const QString& host)
{
    if (host == QLatin1String("localhost"))
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

} // namespace

Result<QUrl> HttpLink::address(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return unfit("an address like https://platform.example:8420 is wanted", text);
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return unfit("the address of a platform begins with https://", text);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || (!url.path().isEmpty() && url.path() != QLatin1String("/")))
        return unfit("the address of a platform is a host and perhaps a port, nothing else", text);
    if (url.scheme() == QLatin1String("http") && !isLoopback(url.host()))
        return unfit("without encryption only a platform on this machine is talked to: use https://", text);
    QUrl plain = url;
    plain.setPath({});
    return plain;
}

HttpLink::HttpLink(QUrl server, std::chrono::milliseconds timeout, QObject* parent)
    : QObject(parent), m_server(std::move(server)), m_timeout(timeout), m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setTransferTimeout(m_timeout);
    m_network->setAutoDeleteReplies(false);
    if (isLoopback(m_server.host())) // a proxy of the machine has no business between two of its own programs
        m_network->setProxy(QNetworkProxy::NoProxy);
}

HttpLink::~HttpLink() = default;

Result<void> HttpLink::trust(const QString& pemFile)
{
    QFile file(pemFile);
    if (!file.exists())
        return fail(ErrorCode::FileNotFound, "the certificate is not there", pemFile.toStdString());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, file.errorString().toStdString(), pemFile.toStdString());
    const auto certificates = QSslCertificate::fromData(file.read(1024 * 1024), QSsl::Pem);
    if (certificates.isEmpty())
        return fail(ErrorCode::Syntax, "no PEM certificate in it", pemFile.toStdString());
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(certificates);
    QSslConfiguration::setDefaultConfiguration(tls);
    return {};
}

void HttpLink::send(const SyncRequest& asked, Answered answered)
{
    QUrl url = m_server;
    const QString target = QString::fromStdString(asked.target);
    const auto mark = target.indexOf(QLatin1Char('?'));
    url.setPath(target.left(mark));
    if (mark >= 0)
        url.setQuery(target.mid(mark + 1));
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (!asked.token.empty())
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(asked.token));
    if (!asked.contentType.empty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromStdString(asked.contentType));
    QNetworkReply* reply = asked.method == "POST" ? m_network->post(request, QByteArray::fromStdString(asked.body)) : m_network->get(request);
    reply->setReadBufferSize(0);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > mostAnswerBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, answered = std::move(answered)] {
        reply->deleteLater();
        const QVariant status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        // An answer that ended early is none, whatever its status: the body decides.
        const auto error = reply->error();
        const bool whole = error == QNetworkReply::NoError || (error >= QNetworkReply::ContentAccessDenied && status.isValid());
        if (!status.isValid() || !whole) {
            const bool tooLarge = reply->bytesAvailable() > mostAnswerBytes;
            answered(fail(tooLarge ? ErrorCode::LimitExceeded : ErrorCode::Network, reply->errorString().toStdString(), reply->url().host().toStdString()));
            return;
        }
        SyncReply result{.status = status.toInt(), .body = reply->readAll().toStdString()};
        bool number = false;
        const auto after = reply->rawHeader("Retry-After").toLongLong(&number);
        if (number && after >= 0 && after <= 86'400)
            result.retryAfter = after;
        answered(std::move(result));
    });
}

Result<SyncReply> HttpLink::exchange(const SyncRequest& request, const std::function<bool()>& stopped)
{
    std::optional<Result<SyncReply>> answer;
    QEventLoop loop;
    QTimer look;
    connect(&look, &QTimer::timeout, &loop, [&] {
        if (stopped && stopped())
            loop.quit();
    });
    look.start(100);
    send(request, [&, guard = QPointer<QEventLoop>(&loop)](Result<SyncReply> got) {
        if (!guard)
            return; // stopped before it came
        answer = std::move(got);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    if (!answer)
        return fail(ErrorCode::Cancelled, "stopped as asked");
    return *std::move(answer);
}

} // namespace griddesk
