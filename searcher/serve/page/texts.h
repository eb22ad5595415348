#pragma once
// The words of the pages: one table (texts.tsv), a row a text, a column a language of the
// interface.
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/serve/http.h"

namespace undex::serve {

class Texts {
 public:
  /// "en" or "fr"; another language gives English.
  explicit Texts(std::string_view language);

  const std::string& language() const { return language_; }
  /// "{0}" and "{1}" give way to the values. An id that the table lacks is a bug: it is asserted.
  std::string operator()(std::string_view id,
                         std::initializer_list<std::string_view> values = {}) const;
  /// A word of one of the closed lists of the engine ("mandated by", "not comparable"), which are
  /// the ids of their own rows; empty where the table lacks it.
  std::string word(std::string_view english) const;
  /// A row of two forms, "{0} document|{0} documents": the one that goes with the number, which is
  /// {0}; the values are {1} and on.
  std::string counted(std::string_view id, std::size_t number,
                      std::initializer_list<std::string_view> values = {}) const;
  /// "1,234" or "1 234".
  std::string number(std::size_t value) const;
  /// "28 May 2003", "28 mai 2003", of an ISO date as far as known.
  std::string date(std::string_view iso) const;

  static const std::vector<std::string>& languages();

 private:
  std::string_view cell(std::string_view id) const;

  std::string language_;
  std::size_t column_ = 1;
};

/// What the reader reads: `hl` of the address, else the first of Accept-Language that there is,
/// else English.
Texts texts_for(const HttpRequest& request);

}  // namespace undex::serve
