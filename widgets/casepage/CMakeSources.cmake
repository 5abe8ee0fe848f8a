# Sources of widgets/casepage.
foreach(file actionbar casehead casepage casetabs clockpanel evidencepanel lampdelegate oversightpanel relatedpanel sheetprinter sheets sheettext stagestrip timelineview)
    list(APPEND GRIDDESK_WIDGETS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/${file}.cpp ${CMAKE_CURRENT_LIST_DIR}/${file}.h)
endforeach()
