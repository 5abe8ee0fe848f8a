# SPDX-License-Identifier: GPL-3.0-or-later
foreach(file traylist traypage withdrawsheet)
    list(APPEND GRIDDESK_WIDGETS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/${file}.cpp ${CMAKE_CURRENT_LIST_DIR}/${file}.h)
endforeach()
