# SPDX-License-Identifier: GPL-3.0-or-later
# One place for warnings, sanitizers and the rule "a folder is a target": a library takes every .cpp below its folder,
# so that adding an importer, a layer or an export is one new file.

find_program(CCACHE ccache)
if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND NOT BARTIZAN_SANITIZE AND NOT BARTIZAN_FUZZ)
    add_link_options(-fuse-ld=mold)
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast)
if(BARTIZAN_WERROR)
    add_compile_options(-Werror)
endif()
if(BARTIZAN_SANITIZE)
    add_compile_options(-fsanitize=${BARTIZAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        # RapidJSON's internal stack (stack.h) adds an offset to its null start; the header is Debian's, not ours.
        add_compile_options(-fno-sanitize=pointer-overflow)
    endif()
    add_link_options(-fsanitize=${BARTIZAN_SANITIZE})
endif()
if(BARTIZAN_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# bartizan_library(NAME [EXCLUDE regex]): a static library of every .cpp at or below the current folder.
function(bartizan_library name)
    cmake_parse_arguments(ARG "" "EXCLUDE" "" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    if(ARG_EXCLUDE)
        list(FILTER sources EXCLUDE REGEX "${ARG_EXCLUDE}")
    endif()
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
endfunction()

# bartizan_qt(TARGET): Qt dialect rules for everything at or above diagram/.
function(bartizan_qt target)
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
        QT_USE_QSTRINGBUILDER)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
endfunction()
