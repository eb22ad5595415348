# undex_room(FOLDER [FOLDERS SUBFOLDER...] LIBRARIES ... [DATA FOLDER]): one static library of the .cc files that lie in
# FOLDER and the named subfolders, called after it (indexer/convert -> undex_indexer_convert). DATA names a folder whose
# .tsv tables are compiled in.
function(undex_room folder)
  cmake_parse_arguments(ROOM "" "DATA" "FOLDERS;LIBRARIES" ${ARGN})
  string(REPLACE "/" "_" name ${folder})
  set(patterns ${CMAKE_SOURCE_DIR}/${folder}/*.cc)
  foreach(subfolder IN LISTS ROOM_FOLDERS)
    list(APPEND patterns ${CMAKE_SOURCE_DIR}/${folder}/${subfolder}/*.cc)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${patterns})
  set(generated)
  if(ROOM_DATA)
    file(GLOB tables CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${ROOM_DATA}/*.tsv)
    set(generated ${CMAKE_BINARY_DIR}/generated/${name}_data.cc)
    add_custom_command(OUTPUT ${generated}
      COMMAND ${CMAKE_COMMAND} -DOUTPUT=${generated} "-DTABLES=${tables}"
              -P ${CMAKE_SOURCE_DIR}/tools/cmake/embed_tables.cmake
      DEPENDS ${tables} ${CMAKE_SOURCE_DIR}/tools/cmake/embed_tables.cmake VERBATIM)
  endif()
  if(NOT sources AND NOT generated)
    add_library(undex_${name} INTERFACE)
    target_link_libraries(undex_${name} INTERFACE ${ROOM_LIBRARIES})
    return()
  endif()
  add_library(undex_${name} STATIC ${sources} ${generated})
  target_include_directories(undex_${name} PUBLIC ${CMAKE_SOURCE_DIR}
    ${CMAKE_SOURCE_DIR}/corpus/include ${CMAKE_SOURCE_DIR}/searcher/include)
  target_link_libraries(undex_${name} PUBLIC ${ROOM_LIBRARIES})
endfunction()
