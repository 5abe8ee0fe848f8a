# Sources of models/views/casepage.
foreach(file actionsmodel assignmentmodel boolwords clockmodel evidencemodel payloadtext stagesteps suggestions timelinemodel)
    list(APPEND GRIDDESK_VIEWS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/${file}.cpp ${CMAKE_CURRENT_LIST_DIR}/${file}.h)
endforeach()
list(APPEND GRIDDESK_VIEWS_SOURCES ${CMAKE_CURRENT_LIST_DIR}/difflistmodel.h)
