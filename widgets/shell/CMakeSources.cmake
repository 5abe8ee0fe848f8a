# SPDX-License-Identifier: GPL-3.0-or-later
foreach(
    name
    aboutdialog
    accountswitch
    bulkbar
    bulkdialog
    casedelegate
    caselistpage
    casetable
    columnchoice
    columnsdialog
    commandbar
    commandlanguage
    commandrunner
    dialogshade
    filterrow
    helpsheet
    icons
    keydialog
    layoutkeeper
    mainwindow
    morningdialog
    namedialog
    queuelist
    signs
    statusstrip
    toasts
    typing
    undobar
)
    list(APPEND GRIDDESK_WIDGETS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp ${CMAKE_CURRENT_LIST_DIR}/${name}.h)
endforeach()
list(APPEND GRIDDESK_WIDGETS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/mainwindowactions.cpp)
