#pragma once
// One spelling for words that are written differently, before stemming: British and American, with
// accents and without them, with the Arabic article and without it.
#include <string>
#include <string_view>

namespace undex {

/// The folded word in the one spelling that is stemmed: programme -> program, organisation ->
/// organization, labour -> labor, analyze -> analyse. A word of one spelling comes back as it is.
std::string one_spelling(std::string_view folded);

/// The folded word with the accents of its ending that the stemmer needs: securite ->
/// securit\u00e9, informacion -> informaci\u00f3n; Spanish plurals that it does not know become
/// singulars.
std::string french_spelling(std::string_view folded);
std::string spanish_spelling(std::string_view folded);

/// The word as written, in small letters, with \u0435 for \u0451; \u0439 is kept.
std::string russian_spelling(std::string_view raw);

/// The folded word without strokes that only stretch it, with one form of yeh and heh.
std::string arabic_writing(std::string_view folded);
/// That with one article, whatever stands before it: and, in, for, as. The stemmer takes other
/// endings away without an article than with it.
std::string arabic_spelling(std::string_view written);

}  // namespace undex
