#include "indexer/structure/numbering.h"

namespace undex::structure {
namespace {

bool is_year(int number) { return number >= 1900 && number <= 2100; }

Locator paragraph_of(const std::string& part, const std::string& number) {
  return {.part = part, .place = Locator::Place::paragraph, .number = number, .points = {}};
}

/// "29" and 3 of "29.3".
std::pair<std::string, int> split_dotted(const std::string& core) {
  const std::size_t dot = core.rfind('.');
  const std::string tail = core.substr(dot + 1);
  return {core.substr(0, dot), tail.size() > 4 ? 0 : std::stoi(tail)};
}

}  // namespace

Numbering::Answer Numbering::ask(const Label& label, bool list_opens, bool after_heading,
                                 const std::optional<Label>& next) {
  if (label.form == Label::Form::dotted) return Answer::paragraph;
  const int number = number_of(label);
  if (number == last_ + 1) return Answer::paragraph;
  if (label.core.size() > 4 && number == last_) return Answer::paragraph;  // "12 bis"
  if (nested_ > 0 && number == nested_ + 1 && !after_heading) {
    ++nested_;
    return Answer::nested;
  }
  // Dotted paragraphs never turn into whole numbers: those are lists inside them (budget
  // fascicles).
  if (number == 1 && !after_heading && (list_opens || dotted_)) {
    nested_ = 1;
    return Answer::nested;
  }
  if (number == 1) return Answer::paragraph;
  if (label.form == Label::Form::bare) return Answer::text;
  const bool goes_on = next && number_of(*next) == number + 1;
  const bool near = number > last_ && (gaps_ || number - last_ <= 10);
  if (is_year(number) && !goes_on) return Answer::text;
  return near || goes_on || last_ == 0 || number <= last_ ? Answer::paragraph : Answer::text;
}

bool Numbering::goes_on_past(const Label& label, const Label& after) const {
  if (last_ == 0 || nested_ > 0 || dotted_ || number_of(after) != last_ + 1) return false;
  return label.form == Label::Form::dotted || number_of(label) <= last_;
}

void Numbering::begin_part() {
  const bool gaps = gaps_;
  *this = Numbering();
  gaps_ = gaps;
}

void Numbering::begin_division() {
  begin_part();
  in_division_ = true;
}

void Numbering::take(const Label& label, const std::string& part, std::vector<Notice>& notices) {
  nested_ = 0;
  const auto warn = [&](std::string code, std::string text) {
    notices.push_back(
        {Notice::Level::warning, std::move(code), paragraph_of(part, label.core), std::move(text)});
  };
  if (label.form == Label::Form::dotted) {
    const auto [chapter, number] = split_dotted(label.core);
    if (dotted_) {
      const auto [before, last] = split_dotted(last_dotted_);
      if (before == chapter && number > last + 1)
        warn("paragraph-missing", "no paragraph between " + last_dotted_ + " and " + label.core);
    }
    if (!seen_.insert(label.core).second)
      warn("paragraph-number-twice", "paragraph number " + label.core + " is there twice");
    dotted_ = true;
    last_dotted_ = label.core;
    return;
  }
  const int number = number_of(label);
  if (number == 1 && last_ > 0) {
    if (!restarted_) {
      notices.push_back({Notice::Level::info, "numbers-restart", paragraph_of(part, label.core),
                         "paragraph numbers begin again at 1"});
    }
    restarted_ = true;
    seen_.clear();
  } else if (last_ > 0 && number > last_ + 1) {
    warn("paragraph-missing",
         "no paragraph between " + std::to_string(last_) + " and " + label.core);
  } else if (last_ == 0 && number > 1 && !in_division_) {
    warn("paragraph-missing", "the first paragraph has number " + label.core);
  }
  if (!seen_.insert(label.core).second)
    warn("paragraph-number-twice", "paragraph number " + label.core + " is there twice");
  last_ = number;
}

}  // namespace undex::structure
