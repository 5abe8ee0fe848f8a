// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QDialog>

#include <functional>
#include <optional>
#include <string>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace griddesk {

/// The first window of a profile that only a passphrase opens: asks until it fits or somebody gives up. The passphrase is taken as
/// it is typed, blanks at either end included. Thread: GUI; trying one takes about a second and is done on another thread.
class PassphraseDialog : public QDialog {
    Q_OBJECT

public:
    /// Whether a passphrase opens the profile; called on a worker. `remember`: whether this computer's key store shall open it from now
    /// on; nothing when the store cannot be reached. Errors: WrongKey to ask again, anything else ends the asking.
    using Try = std::function<Result<void>(const std::string& passphrase, std::optional<bool> remember)>;

    PassphraseDialog(const QString& folder, Try opens, QWidget* parent = nullptr);

    /// Why the passphrase is asked for although another way in was expected.
    void setNotice(const QString& sentence);
    /// Offers the key store, ticked when the profile is in it already.
    void offerKeyStore(bool remembered);
    /// Says why the key store is not offered.
    void denyKeyStore(const QString& sentence);

    /// What fitted; nothing before, and when it was given up.
    [[nodiscard]] const std::optional<std::string>& passphrase() const noexcept { return m_found; }
    /// What ended the asking other than giving up.
    [[nodiscard]] const std::optional<Error>& failure() const noexcept { return m_failure; }

private:
    void tryIt();

    Try m_opens;
    QLineEdit* m_line;
    QLabel *m_notice, *m_answer, *m_why;
    QCheckBox* m_remember;
    QPushButton* m_open;
    std::optional<std::string> m_found;
    std::optional<Error> m_failure;
};

} // namespace griddesk
