// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casesymbols.h"
#include "mapcamera.h"
#include "mapdata.h"
#include "mapstyle.h"
#include "namepictures.h"
#include "tilerenderer.h"
#include "tileservice.h"

#include <QColor>
#include <QGeoCoordinate>
#include <QObject>
#include <QPolygonF>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>
#include <qqmlregistration.h>

#include <array>
#include <functional>

namespace griddesk {

/// Order of the layers, bottom to top. Layers of others go between by number.
namespace MapZ {
inline constexpr int areas = 100;
inline constexpr int areaHighlight = 200;
inline constexpr int cases = 300;
inline constexpr int caseHighlight = 400;
} // namespace MapZ

/// What can be switched on and off.
enum class MapPart : std::uint8_t { BaseMap, Areas, Names, Cases };
inline constexpr int mapPartCount = 4;

/// The one object through which widgets and QML see the map: what is shown, how, and what people did there. Widgets set
/// data and selection and listen; the QML scene binds to the properties and reports gestures; neither knows the other.
/// Works without a scene (calls keep state) and, when the scene could not be loaded, does nothing but keep state.
/// Screen places are logical pixels of the scene. GUI thread. Owner: the map page; must outlive the view that shows it.
class MapHost : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(MapHost)
    QML_UNCREATABLE("made by the map page")
    Q_PROPERTY(QGeoCoordinate centre READ centreCoordinate NOTIFY cameraChanged)
    Q_PROPERTY(double zoom READ zoom NOTIFY cameraChanged)
    Q_PROPERTY(double scaleBarWidth READ scaleBarWidth NOTIFY cameraChanged)
    Q_PROPERTY(QString scaleBarText READ scaleBarText NOTIFY scaleChanged)
    Q_PROPERTY(int level READ level NOTIFY cameraChanged)
    Q_PROPERTY(double stretch READ stretch NOTIFY cameraChanged)
    Q_PROPERTY(double screenRatio READ screenRatio NOTIFY cameraChanged)
    Q_PROPERTY(bool viewLock READ viewLock WRITE setViewLock NOTIFY viewLockChanged)
    Q_PROPERTY(bool placing READ placing WRITE setPlacing NOTIFY placingChanged)
    Q_PROPERTY(QString tileHost READ tileHost NOTIFY baseMapChanged)
    Q_PROPERTY(QString tileCache READ tileCache CONSTANT)
    Q_PROPERTY(QString attribution READ attribution NOTIFY baseMapChanged)
    Q_PROPERTY(QString reviewText READ reviewText NOTIFY wordsChanged)
    Q_PROPERTY(QStringList selection READ selection WRITE setSelection NOTIFY selectionChanged)
    Q_PROPERTY(QString hoverText READ hoverText NOTIFY hoverChanged)
    Q_PROPERTY(bool hoverClickable READ hoverClickable NOTIFY hoverChanged)
    Q_PROPERTY(QColor landColour READ landColour NOTIFY styleChanged)
    Q_PROPERTY(QColor panelColour READ panelColour NOTIFY styleChanged)
    Q_PROPERTY(QColor textColour READ textColour NOTIFY styleChanged)
    Q_PROPERTY(QColor accentColour READ accentColour NOTIFY styleChanged)

public:
    explicit MapHost(QObject* parent = nullptr);
    ~MapHost() override;

    /// The scene to load into a QQuickWidget or QQuickView (see mapview.h), and what to show when that fails.
    [[nodiscard]] static QUrl sceneUrl();
    [[nodiscard]] static QUrl failureUrl();
    void setFailed(bool failed) { m_failed = failed; }
    [[nodiscard]] bool isFailed() const { return m_failed; }

    // What is shown.
    void setTheme(MapTheme theme);
    [[nodiscard]] MapTheme theme() const { return m_style.theme; }
    void setFontFamily(const QString& family);
    [[nodiscard]] const MapStyle& style() const { return m_style; }
    /// Nothing: plain background.
    void setBaseMap(std::optional<BaseMapSource> source);
    void setAreas(std::vector<AreaShape> shapes) { m_data.setAreas(std::move(shapes)); }
    void setCases(std::vector<MapCase> cases) { m_data.setCases(std::move(cases)); }
    void setCaseIndex(std::shared_ptr<const CaseIndex> index) { m_data.setCaseIndex(std::move(index)); }
    /// New or changed cases, and identifiers of those that left the map.
    void changeCases(std::vector<MapCase> changed, const std::vector<std::string>& removed)
    {
        m_data.changeCases(std::move(changed), removed);
    }
    [[nodiscard]] const MapData& data() const { return m_data; }
    void setSelection(const QStringList& caseIds);
    [[nodiscard]] QStringList selection() const { return m_selection; }
    void setSelectedAreas(const QStringList& codes);
    /// Parts that are not shown cannot be clicked either.
    void setShown(MapPart part, bool shown);
    [[nodiscard]] bool isShown(MapPart part) const { return m_shown[static_cast<std::size_t>(part)]; }
    /// The language has changed.
    void retranslate();
    /// True when nothing is being made, every layer shows the present view, and all base tiles of it were fetched a few
    /// frames ago. For pictures of the map.
    [[nodiscard]] bool isSettled() const;
    /// How the host asks the scene whether its layers are painted.
    void setLayerCheck(std::function<bool()> check) { m_layerCheck = std::move(check); }

    // Layers of others (heat, tracks …).
    /// Shows a painter at a height of MapZ order; the number is for the other two.
    int attachLayer(std::shared_ptr<const LayerPainter> painter, int z);
    void setLayerPainter(int layer, std::shared_ptr<const LayerPainter> painter);
    void detachLayer(int layer);
    struct Layer {
        int id = 0;
        int z = 0;
        std::shared_ptr<const LayerPainter> painter;
    };
    [[nodiscard]] const std::vector<Layer>& layers() const { return m_layers; }
    [[nodiscard]] const std::shared_ptr<TileRenderer>& renderer() const { return m_renderer; }

    // The view.
    [[nodiscard]] const MapCamera& camera() const { return m_camera; }
    [[nodiscard]] GeoPoint centre() const { return m_camera.centre(); }
    [[nodiscard]] QGeoCoordinate centreCoordinate() const;
    [[nodiscard]] double zoom() const { return m_camera.zoom(); }
    /// Of base tiles: the whole level shown and its enlargement; Qt Location's custom map ends at 19.
    [[nodiscard]] int level() const;
    [[nodiscard]] double stretch() const { return std::exp2(m_camera.zoom() - level()); }
    [[nodiscard]] double screenRatio() const { return m_screenRatio; }
    void setCentre(GeoPoint centre);
    void setZoom(double zoom);
    /// Shows the box and remembers it for refit(). Before the scene has a size it is done when it gets one.
    void fit(const MapBox& box);
    /// As fit(), but only while nobody has moved the view by hand (view lock); the box is remembered all the same.
    void autoFit(const MapBox& box);
    /// Moves just enough that the place is well inside the view; the zoom stays.
    void ensureVisible(GeoPoint place);
    [[nodiscard]] bool viewLock() const { return m_viewLock; }
    void setViewLock(bool lock);
    /// While true, a click gives a place instead of choosing something.
    [[nodiscard]] bool placing() const { return m_placing; }
    void setPlacing(bool placing);
    /// What lies under a screen place.
    [[nodiscard]] std::optional<DrawnMark> drawnMarkAt(QPointF screen) const;
    [[nodiscard]] QString caseAt(QPointF screen) const;
    [[nodiscard]] QString areaAt(QPointF screen) const;
    [[nodiscard]] GeoPoint placeAt(QPointF screen) const { return m_camera.geoAt(screen); }

    [[nodiscard]] double scaleBarWidth() const;
    [[nodiscard]] QString scaleBarText() const;
    [[nodiscard]] QString tileHost() const;
    [[nodiscard]] QString tileCache() const { return m_cache.path(); }
    [[nodiscard]] QString attribution() const;
    [[nodiscard]] QString reviewText() const;
    [[nodiscard]] QString hoverText() const { return m_hoverText; }
    [[nodiscard]] bool hoverClickable() const { return m_hoverClickable; }
    [[nodiscard]] QColor landColour() const { return m_style.land; }
    [[nodiscard]] QColor panelColour() const { return m_style.panel; }
    [[nodiscard]] QColor textColour() const { return m_style.panelText; }
    [[nodiscard]] QColor accentColour() const { return m_style.accent; }

    // Gestures, reported by the scene. Any of the moving ones locks the view.
    Q_INVOKABLE void resized(qreal width, qreal height, qreal pixelRatio);
    Q_INVOKABLE void drag(qreal dx, qreal dy);
    /// Wheel angle in eighths of a degree; 120 is one level.
    Q_INVOKABLE void wheel(qreal angle, QPointF at);
    Q_INVOKABLE void pinch(qreal factor, QPointF at);
    Q_INVOKABLE void pinchEnded(QPointF at);
    Q_INVOKABLE void zoomBy(int levels);
    /// Unlocks the view and shows the remembered box, or everything.
    Q_INVOKABLE void refit();
    Q_INVOKABLE void hover(QPointF at);
    Q_INVOKABLE void hoverEnded();
    Q_INVOKABLE void click(QPointF at, bool add);
    Q_INVOKABLE void rightClick(QPointF at);
    Q_INVOKABLE void lasso(const QPolygonF& line);
    Q_INVOKABLE void clearSelection();

Q_SIGNALS:
    void cameraChanged();
    void scaleChanged();
    void wordsChanged();
    void shownChanged();
    void styleChanged();
    void baseMapChanged();
    void viewLockChanged();
    void placingChanged();
    void hoverChanged();
    /// By the user or by setSelection().
    void selectionChanged(const QStringList& caseIds);
    void layersChanged();
    void layerPainterChanged(int layer);

    void placePicked(griddesk::GeoPoint place);
    void caseClicked(const QString& id);
    void areaClicked(const QString& code);
    /// Cases chosen together: by lasso, or a cluster that cannot be opened further; at most 10 000.
    void casesLassoed(const QStringList& ids);
    /// Right click; id and code may be empty.
    void contextRequested(griddesk::GeoPoint place, const QString& caseId, const QString& areaCode, QPointF screen);

private:
    enum class Motion { Ended, GoesOn };
    void moved(bool byHand, Motion motion = Motion::Ended);
    void restyle();
    void reloadBaseMap();
    [[nodiscard]] bool isBaseMapFetched() const;
    void remakeAreas();
    void remakeCases();
    void remakeAreaHighlight();
    void remakeCaseHighlight();
    void openCluster(const DrawnMark& mark);
    [[nodiscard]] std::optional<MapBox> everything() const;
    [[nodiscard]] int wholeZoom() const;

    MapCamera m_camera;
    MapStyle m_style;
    std::shared_ptr<TileRenderer> m_renderer;
    MapData m_data;
    std::vector<Layer> m_layers;
    std::shared_ptr<const CaseSymbols> m_symbols;
    std::shared_ptr<const NamePictures> m_names;
    std::optional<BaseMapSource> m_baseMap;
    QTemporaryDir m_cache;
    QStringList m_selection;
    QStringList m_selectedAreas;
    std::optional<MapBox> m_fitBox;
    std::optional<std::uint32_t> m_hoveredArea;
    QString m_hoverText;
    std::function<bool()> m_layerCheck;
    std::array<bool, mapPartCount> m_shown{true, true, true, true};
    qreal m_screenRatio = 1.0;
    double m_wheel = 0;
    int m_nextLayer = 5; ///< 1 to 4 are the own ones
    bool m_hoverClickable = false;
    bool m_fitWaiting = false;
    bool m_fitHolds = false; ///< the view still shows the remembered box; a new size fits it again
    bool m_viewLock = false;
    bool m_placing = false;
    bool m_failed = false;
};

} // namespace griddesk
