list(APPEND GRIDDESK_WIDGETS_SOURCES map/mappage.cpp map/mappage.h)
