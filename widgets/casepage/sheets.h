// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/operationkind.h"
#include "models/views/casepage/actionsmodel.h"
#include "models/views/casepage/suggestions.h"
#include "widgets/forms/sheet.h"

#include <memory>

class QImage;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace griddesk {

class Segments;

/// A sheet with a title, a body, and a close button; Escape closes it.
class TitledSheet : public Sheet {
    Q_OBJECT

public:
    explicit TitledSheet(QWidget* page);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void setTitle(const QString& title, const QString& close);
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    [[nodiscard]] QPushButton* closeButton() const { return m_close; }

private:
    QLabel* m_title;
    QPushButton* m_close;
    QVBoxLayout* m_body;
};

/// Every operation the stage has: possible ones to choose, the others with what is missing and who could supply it.
class MoreSheet : public TitledSheet {
    Q_OBJECT

public:
    MoreSheet(ActionsModel& model, QWidget* page);
    void show();
    void retranslate();

Q_SIGNALS:
    void wanted(griddesk::OperationKind kind, const std::optional<griddesk::AssignmentId>& assignment);

private:
    ActionsModel& m_model;
    QListView* m_list;
};

/// Asks what personal data is wanted for before it is opened.
class PurposeSheet : public TitledSheet {
    Q_OBJECT

public:
    explicit PurposeSheet(QWidget* page);
    void show();
    void showProblem(const QString& sentence);
    void retranslate();

Q_SIGNALS:
    void purposeGiven(const QString& purpose);

private:
    void give();

    QLabel *m_about, *m_problem;
    Segments* m_usual;
    QLineEdit* m_other;
    QPushButton* m_go;
};

/// What "as suggested" would do, step by step; Enter does it.
class QuickSheet : public TitledSheet {
    Q_OBJECT

public:
    explicit QuickSheet(QWidget* page);
    void show(const QStringList& steps, const QString& reason);
    void showProblem(const QString& sentence);
    void retranslate();

Q_SIGNALS:
    void confirmed();

private:
    QLabel *m_steps, *m_reason, *m_problem;
    QPushButton* m_go;
};

/// One picture as large as the page allows.
class PictureSheet : public TitledSheet {
    Q_OBJECT

public:
    explicit PictureSheet(QWidget* page);
    void show(const QImage& image, const QString& caption);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QLabel* m_picture;
    std::unique_ptr<QImage> m_image;
};

} // namespace griddesk
