# SPDX-License-Identifier: GPL-3.0-or-later
foreach(file boardcolumnview boardpage callbackpage carddelegate dispatchsheet edgeshadow)
    list(APPEND GRIDDESK_WIDGETS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/${file}.cpp ${CMAKE_CURRENT_LIST_DIR}/${file}.h)
endforeach()
