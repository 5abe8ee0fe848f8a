// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formcontext.h"
#include "sheet.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace griddesk {

class OperationForm;

/// The form of one operation as a sheet over the case page. Ctrl+Enter submits, Escape puts it away and keeps what was
/// written. Thread: GUI; one form at a time.
class OperationDialog : public Sheet {
    Q_OBJECT

public:
    explicit OperationDialog(QWidget* page);

    /// Shows the form of the context's operation; another one that is open is put away with its draft kept.
    void openForm(FormContext context);
    [[nodiscard]] OperationForm* form() const { return m_form; }
    void submit();
    /// Puts the form away; the draft stays.
    void cancel();
    void retranslate();

Q_SIGNALS:
    void submitted(const griddesk::SubmitAnswer& answer);
    void mapWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(FormContext context);
    void showJudgement(const QString& refusal);

    QLabel *m_title, *m_about, *m_state;
    QPushButton *m_discard, *m_cancel, *m_submit;
    QVBoxLayout* m_body;
    OperationForm* m_form = nullptr;
    bool m_sending = false;
};

} // namespace griddesk
