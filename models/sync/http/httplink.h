// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/syncengine.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace griddesk {

/// Carries requests to the platform over HTTP. Follows no redirect, takes no cookie, keeps nothing. Thread: that of the object,
/// which needs an event loop; nothing blocks but exchange().
class HttpLink final : public QObject {
    Q_OBJECT

public:
    using Answered = std::function<void(Result<SyncReply>)>;

    /// The address of a platform: https, or http to a loopback address; a host, perhaps a port, nothing else. Errors:
    /// InvalidArgument, saying what does not fit.
    [[nodiscard]] static Result<QUrl> address(const QString& text);

    /// `timeout` is for a whole request without anything moving.
    explicit HttpLink(QUrl server, std::chrono::milliseconds timeout = std::chrono::seconds{30}, QObject* parent = nullptr);
    ~HttpLink() override;

    /// Certificates beside the system's that may vouch for the platform (a district's own authority), PEM. Errors: FileNotFound,
    /// FileNotReadable, Syntax.
    [[nodiscard]] Result<void> trust(const QString& pemFile);

    /// One request; `answered` is called once, on this object's thread. Without an answer: Network, saying why; LimitExceeded for
    /// an answer without end.
    void send(const SyncRequest& request, Answered answered);
    /// The same, waiting for it in an event loop of its own. For programs without a window. `stopped` is asked now and then.
    [[nodiscard]] Result<SyncReply> exchange(const SyncRequest& request, const std::function<bool()>& stopped = {});

private:
    QUrl m_server;
    std::chrono::milliseconds m_timeout;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace griddesk
