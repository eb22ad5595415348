#include "searcher/trace/figure_words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "corpus/date.h"

namespace undex {
namespace {

/// "1,308", "1,000.5".
std::string with_commas(std::string digits) {
  const std::size_t whole = std::min(digits.find('.'), digits.size());
  if (digits.find_first_not_of("-.0123456789") != std::string::npos) return digits;
  for (std::size_t at = whole; at > 3 && digits[at - 4] != '-'; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::optional<double> number_of(const std::string& digits) {
  double value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string plain(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f", std::abs(value));
  std::string out = text;
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return with_commas(out);
}

bool may_be_subtracted(Comparability verdict) {
  switch (verdict) {
    case Comparability::comparable:
    case Comparability::with_care:
      return true;
    case Comparability::partly:
    case Comparability::not_comparable:
      return false;
  }
  return false;
}

}  // namespace

std::string day_in_words(const std::string& iso) {
  const std::optional<Date> date = parse_date(iso);
  return date ? date->printed() : iso;
}

std::string value_in_words(const Figure& figure) {
  std::string out =
      figure.qualifier == Qualifier::exact ? "" : std::string(name_of(figure.qualifier)) + " ";
  out += with_commas(figure.value);
  return figure.upper.empty() ? out : out + " to " + with_commas(figure.upper);
}

std::string quantity_in_words(const Figure& figure) {
  return value_in_words(figure) + (figure.unit.empty() ? "" : " " + figure.unit);
}

std::string period_in_words(const Period& period) {
  const std::size_t stroke = period.iso.find('/');
  switch (period.kind) {
    case Period::Kind::unstated:
      return "as at the date of the document";
    case Period::Kind::date:
      return "as at " + (period.iso.empty() ? period.printed : day_in_words(period.iso));
    case Period::Kind::span:
    case Period::Kind::relative:
      if (period.iso.empty()) return period.printed;
      if (stroke == std::string::npos) return "in " + day_in_words(period.iso);
      return day_in_words(period.iso.substr(0, stroke)) + " to " +
             day_in_words(period.iso.substr(stroke + 1));
  }
  return {};
}

std::string change_in_words(const Figure& from, const Figure& to, Comparability verdict) {
  const std::optional<double> before = number_of(from.value), after = number_of(to.value);
  const bool ranges = !from.upper.empty() || !to.upper.empty();
  if (!may_be_subtracted(verdict) || ranges || !before || !after) return {};
  if (*before == *after) return "no change";
  const std::string sign = *after > *before ? "+" : "-";
  std::string out = sign + plain(*after - *before);
  if (*before == 0) return out;
  const double percent = std::round(1000 * std::abs(*after - *before) / *before) / 10;
  return out + " (" + sign + plain(percent) + " %)";
}

}  // namespace undex
