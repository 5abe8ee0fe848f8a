// SPDX-License-Identifier: GPL-3.0-or-later
// griddesk: the operator's workplace, and the tour that drives it.
#include "app/common/passphrase.h"
#include "app/common/qtkeystore.h"
#include "deskapplication.h"
#include "keystoreaction.h"
#include "setup.h"
#include "setupwindow.h"
#include "tour.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFontDatabase>
#include <QQuickWindow>
#include <QStyleFactory>
#include <QSGRendererInterface>

#include <cstdio>
#include <filesystem>

namespace {

using namespace griddesk;

struct Options {
    QString district = QStringLiteral("demo"), workplace = QStringLiteral("operator"), data, out = QStringLiteral("out/tour"), passphraseFile;
    std::optional<Language> language;
    ThemeId theme = ThemeId::Light;
    QSize size{1920, 1080};
    bool tour = false, selfTest = false, districtGiven = false;
};

/// Without a graphics card OpenGL is drawn by the processor, ten times slower than the Quick software renderer.
void chooseRenderer()
{
    std::error_code ignored;
    bool card = false;
    if (std::filesystem::is_directory("/dev/dri", ignored))
        for (const auto& entry : std::filesystem::directory_iterator("/dev/dri", ignored))
            card = card || entry.path().filename().string().starts_with("renderD");
    if (!card && !qEnvironmentVariableIsSet("QT_QUICK_BACKEND"))
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

/// Wrong words on the command line end the program with status 2 and a sentence.
[[noreturn]] void wrong(const QString& sentence)
{
    std::fprintf(stderr, "griddesk: %s\n", qPrintable(sentence));
    std::exit(2);
}

Options parse(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("GridDesk (网格指挥台): command centre of an urban sub-district"));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto value = [&](const char* name, const char* what, const char* kind) {
        parser.addOption({QString::fromLatin1(name), QString::fromUtf8(what), QString::fromLatin1(kind)});
    };
    value("district", "demo or boston", "name");
    value("workplace", "operator", "name");
    value("data", "profile folder", "folder");
    value("passphrase-file", "file with the profile's passphrase", "file");
    value("language", "zh_CN or en", "language");
    value("theme", "light, dark or contrast", "theme");
    value("size", "size of the window, 1920x1080", "WxH");
    value("out", "folder of the tour's pictures", "folder");
    parser.addOption({QStringLiteral("tour"), QStringLiteral("drive the program through whole cases and write a picture a step")});
    parser.addOption({QStringLiteral("self-test"), QStringLiteral("open everything, draw it once and end")});
    if (!parser.parse(application.arguments()))
        wrong(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();

    Options options;
    if (!parser.positionalArguments().isEmpty())
        wrong(QStringLiteral("unexpected word: %1").arg(parser.positionalArguments().constFirst()));
    const auto take = [&](const char* name, QString& into) {
        if (parser.isSet(QString::fromLatin1(name)))
            into = parser.value(QString::fromLatin1(name));
    };
    take("district", options.district);
    options.districtGiven = parser.isSet(QStringLiteral("district"));
    take("workplace", options.workplace);
    take("data", options.data);
    take("passphrase-file", options.passphraseFile);
    take("out", options.out);
    if (options.workplace != QLatin1String("operator"))
        wrong(QStringLiteral("the workplace of this version is 'operator', not '%1'").arg(options.workplace));
    if (options.district != QLatin1String("demo") && options.district != QLatin1String("boston"))
        wrong(QStringLiteral("--district is demo or boston, not '%1'; other districts are made with 'gridctl new' and opened with --data").arg(options.district));
    if (parser.isSet(QStringLiteral("language"))) {
        const auto language = parseLanguage(parser.value(QStringLiteral("language")).toStdString());
        if (!language)
            wrong(QStringLiteral("--language is zh_CN or en"));
        options.language = *language;
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        const auto theme = parseTheme(parser.value(QStringLiteral("theme")));
        if (!theme)
            wrong(QStringLiteral("--theme is light, dark or contrast"));
        options.theme = *theme;
    }
    if (parser.isSet(QStringLiteral("size"))) {
        const auto parts = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
        const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
        if (parts.size() != 2 || size.width() < 640 || size.height() < 480 || size.width() > 16384 || size.height() > 16384)
            wrong(QStringLiteral("--size is WxH, at least 640x480"));
        options.size = size;
    }
    options.tour = parser.isSet(QStringLiteral("tour"));
    options.selfTest = parser.isSet(QStringLiteral("self-test"));
    return options;
}

/// A type with Chinese characters, wherever the fonts are.
void chooseFont(QApplication& application)
{
    const auto families = QFontDatabase::families();
    for (const auto* family : {"Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei"})
        if (families.contains(QString::fromLatin1(family))) {
            QFont font(QString::fromLatin1(family));
            font.setPixelSize(13);
            application.setFont(font);
            return;
        }
}

ProfileUnlock unlockOf(const Options& options)
{
    if (options.passphraseFile.isEmpty())
        return {};
    auto passphrase = passphraseFrom(options.passphraseFile.toStdString());
    if (!passphrase)
        wrong(QStringLiteral("the passphrase file cannot be used: %1: %2").arg(options.passphraseFile, QString::fromStdString(passphrase.error().detail)));
    return ProfileUnlock{.passphrase = *std::move(passphrase)};
}

} // namespace

int main(int argc, char** argv)
{
    chooseRenderer();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("griddesk"));
    QApplication::setApplicationDisplayName(QStringLiteral("GridDesk 网格指挥台"));
    QApplication::setApplicationVersion(QStringLiteral(GRIDDESK_VERSION));
    chooseFont(application);
    const Options options = parse(application);
    ProfileUnlock unlock = unlockOf(options);
    const DeskPlaces places = DeskPlaces::standard(options.district, options.data);
    const Language language = options.language.value_or(options.tour ? Language::Chinese : languageOf(QLocale::system()));
    std::error_code ignored;
    // A folder that was mistyped is not filled with a demonstration. The tour makes what it shows.
    if (!options.data.isEmpty() && !options.districtGiven && !options.tour && !std::filesystem::exists(ProfilePaths{places.profile}.info(), ignored))
        wrong(QStringLiteral("there is no profile in %1; to make one there give --district as well").arg(options.data));
    QtKeyStore keyStore;
    if (options.passphraseFile.isEmpty() && !options.tour) {
        auto asked = SetupWindow::askUnlock(places, keyStore, options.selfTest, language, options.theme);
        if (!asked && asked.error().code == ErrorCode::Cancelled)
            return 0;
        if (!asked) {
            std::fprintf(stderr, "griddesk: the profile cannot be opened: %s: %s\n", asked.error().detail.c_str(), asked.error().context.c_str());
            SetupWindow::showFailure(asked.error(), places, false, language);
            return 1;
        }
        unlock = *std::move(asked);
    }

    if (auto ready = SetupWindow::run(options.district, places, unlock, language, options.theme); !ready) {
        std::fprintf(stderr, "griddesk: %s%s%s\n", ready.error().detail.c_str(), ready.error().context.empty() ? "" : ": ",
                     ready.error().context.c_str());
        return ready.error().code == ErrorCode::Cancelled ? 0 : 1;
    }
    const SystemClock clock;
    auto workspace = Workspace::open(places.profile, WorkspaceOptions{unlock, "griddesk", true}, clock.now());
    if (!workspace) {
        std::fprintf(stderr, "griddesk: the profile cannot be opened: %s: %s\n", workspace.error().detail.c_str(), workspace.error().context.c_str());
        SetupWindow::showFailure(workspace.error(), places, options.tour || options.selfTest, language);
        return 1;
    }
    unlock.wipe(); // the workspace has its key
    DeskApplication desk(*std::move(workspace), clock, std::chrono::seconds{8});
    desk.useTheme(options.theme);
    if (auto used = desk.useLanguage(language); !used)
        std::fprintf(stderr, "griddesk: %s\n", used.error().detail.c_str());
    KeyStoreAction keyStoreAction(desk.workspace().profile(), keyStore, desk.actions());
    QObject::connect(&keyStoreAction, &KeyStoreAction::done, &desk.window(), [&desk](const QString& sentence) { desk.window().toast(ToastKind::Done, sentence); });
    QObject::connect(&keyStoreAction, &KeyStoreAction::failed, &desk.window(),
                     [&desk](const QString& sentence, const QString& detail) { desk.window().toast(ToastKind::Trouble, sentence, detail); });
    desk.window().resize(options.size);
    desk.useBaseMap({{MapTheme::Light, places.baseMap(options.district)},
                     {MapTheme::Dark, places.baseMap(options.district, MapTheme::Dark)},
                     {MapTheme::Contrast, places.baseMap(options.district, MapTheme::Contrast)}});
    desk.show();
    if (options.tour)
        return Tour(desk, TourOptions{options.out, QString::fromUtf8(nameOf(language).data()), nameOf(options.theme), options.size}).run();
    if (options.selfTest) {
        QTimer::singleShot(1500, &application, &QApplication::quit);
        return QApplication::exec();
    }
    const int status = QApplication::exec();
    // What was saved in the last seconds leaves now instead of waiting for the next start.
    auto released = desk.desk().commands.release();
    released.waitForFinished();
    return status;
}
