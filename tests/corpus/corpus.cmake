# `./test corpus`: imports every file of the corpus by itself and says what came out. A program, not a test: it takes
# minutes and needs the shared data.
add_executable(corpus_runner corpus/corpus_runner.cpp corpus/file_worker.cpp)
target_link_libraries(corpus_runner PRIVATE bz_test_support)
target_compile_definitions(corpus_runner PRIVATE BARTIZAN_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
