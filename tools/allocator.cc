// What jemalloc is told when the program begins (its manual: TUNING, opt.retain). Address space
// that it keeps for later would count against the bound within which a source is read.
extern "C" {
// The library looks for it by this name.
[[gnu::visibility("default")]] extern const char* const malloc_conf;
const char* const malloc_conf = "retain:false";
}
