# Sources of widgets/casepage.
foreach(file actionbar casehead casepage clockpanel evidencepanel lampdelegate relatedpanel sheets stagestrip timelineview)
    list(APPEND GRIDDESK_WIDGETS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/${file}.cpp ${CMAKE_CURRENT_LIST_DIR}/${file}.h)
endforeach()
