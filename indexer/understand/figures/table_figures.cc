#include "indexer/understand/figures/table_figures.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/figure/cell.h"
#include "corpus/figure/times.h"

namespace undex {
namespace {

std::string lowered(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

bool has_word(std::string_view lower_text, std::string_view word) {
  for (std::size_t at = 0; (at = lower_text.find(word, at)) != std::string_view::npos; ++at) {
    const bool begins = at == 0 || !is_alnum(lower_text[at - 1]);
    if (begins && !is_alnum(peek(lower_text, at + word.size()))) return true;
  }
  return false;
}

/// "documents" of "(number of documents)", "thousands of words" of "(thousands of words)"; empty
/// for none.
std::string said_in_brackets(std::string_view text) {
  static constexpr std::string_view kNumber = "number of ";
  const std::string lower_text = lowered(text);
  for (const std::string_view opening : {"(number of ", "(thousands of ", "(millions of "}) {
    const std::size_t at = lower_text.rfind(opening);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + 1 + (opening.substr(1) == kNumber ? kNumber.size() : 0);
    return std::string(text.substr(begin, text.find(')', begin) - begin));
  }
  return {};
}

/// Parts the units of groups of rows from that of the table: "(Thousands of euros/number of
/// posts)".
constexpr std::string_view kOfGroup = "/number of ";

/// "Thousands of United States dollars" of "Costs (Thousands of United States dollars)".
std::string money_in_brackets(std::string_view text) {
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos) return {};
  const std::string whole = lowered(text.substr(open + 1, text.find(')', open) - open - 1));
  const std::string inside = whole.substr(0, whole.find(kOfGroup));
  static constexpr std::array<std::string_view, 4> kMoney = {"dollars", "euros", "francs",
                                                             "pounds"};
  const bool money =
      std::ranges::any_of(kMoney, [&](std::string_view name) { return has_word(inside, name); });
  return money ? std::string(text.substr(open + 1, inside.size())) : std::string();
}

bool says_percent(std::string_view head) {
  const std::string text = lowered(head);
  return text.find('%') != std::string::npos || has_word(text, "percentage") ||
         has_word(text, "per cent") || has_word(text, "percent");
}

/// A column of labels, not of quantities.
bool is_label_column(std::string_view head) {
  static constexpr std::array<std::string_view, 18> kLabels = {
      "no",   "item",     "paragraph", "paragraphs", "symbol",    "code",
      "date", "page",     "year",      "years",      "reference", "resolution",
      "id",   "document", "session",   "annex",      "table",     "section"};
  const std::string text = lowered(head);
  return std::ranges::any_of(kLabels, [&](std::string_view word) {
    return text == word ||
           (text.size() == word.size() + 1 && text.starts_with(word) && text.back() == '.');
  });
}

/// Heads that say how much, and leave it to the row to say of what.
bool is_generic(std::string_view head) {
  static constexpr std::array<std::string_view, 17> kWords = {
      "number",   "total",    "amount",   "quantity", "count",  "actual",
      "planned",  "approved", "proposed", "estimate", "target", "variance",
      "increase", "decrease", "change",   "changes",  "value"};
  const FigureText text(head);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view word = text.word(i);
    if (!word.empty() && std::ranges::find(kWords, word) == kWords.end()) return false;
  }
  return true;
}

bool is_total(std::string_view head) {
  const std::string text = lowered(head);
  return text.starts_with("total") || text.starts_with("grand total") ||
         text.starts_with("subtotal");
}

/// Of all groups of rows, not of the one it stands in.
bool is_grand_total(std::string_view head) { return lowered(head).starts_with("grand total"); }

/// Of some rows of a group, with others behind it.
bool is_subtotal(std::string_view head) { return lowered(head).starts_with("subtotal"); }

class TableReader {
 public:
  TableReader(const Document& document, int block, const std::vector<ToldPeriod>& told,
              RefusedMarks* refused)
      : document_(document),
        block_(block),
        table_(document.tables[static_cast<std::size_t>(
            document.blocks[static_cast<std::size_t>(block)].table)]),
        dated_(document.masthead.normal(MastheadItem::date)),
        refused_(refused) {
    title_ = table_.title.empty() ? heading_above() : table_.title;
    group_unit_ = unit_of_groups();
    told_ = told_of(told);
    header_rows_ = static_cast<std::size_t>(std::max(table_.header_rows, 0));
    if (header_rows_ == 0 && table_.rows.size() > 1 && !has_numbers(table_.rows[0]))
      header_rows_ = 1;
    header_rows_ = std::min(header_rows_, table_.rows.size());
    read_heads();
  }

  std::vector<FigureMark> read() {
    for (std::size_t row = header_rows_; row < table_.rows.size(); ++row) read_row(row);
    return std::move(figures_);
  }

 private:
  struct Head {
    std::string text;
    bool label = false;
    bool generic = true;
    bool percent = false;
    Period period;
    Qualifier qualifier = Qualifier::exact;
  };

  /// Where a row stands: in no group of the unit of groups, in one, or behind the total of one.
  enum class Group { none, counted, left };

  static bool has_numbers(const std::vector<std::string>& row) {
    return std::ranges::any_of(row, [](const std::string& cell) {
      const std::optional<CellNumber> number = cell_number(cell);
      return number && !(cell.size() == 4 && looks_like_year(FigureText(cell), 0));
    });
  }

  /// The heading or annex title that stands right above a table without a title, and what stands
  /// in brackets between them.
  std::string heading_above() const {
    std::string brackets;
    for (int i = block_ - 1; i >= 0 && i >= block_ - 3; --i) {
      const Block& above = document_.blocks[static_cast<std::size_t>(i)];
      if (above.kind == BlockKind::heading || above.kind == BlockKind::annex_title)
        return above.text + brackets;
      if (i == block_ - 1 && above.text.starts_with('(') && above.text.ends_with(')'))
        brackets = " " + above.text;
    }
    return {};
  }

  /// "posts" of "(Thousands of euros/number of posts)": of the groups of rows that speak of them.
  std::string unit_of_groups() const {
    const std::size_t at = lowered(title_).find(kOfGroup);
    if (at == std::string::npos || money_in_brackets(title_).empty()) return {};
    const std::size_t begin = at + kOfGroup.size();
    return title_.substr(begin, title_.find_first_of(")/", begin) - begin);
  }

  Period told_of(const std::vector<ToldPeriod>& told) const {
    const Locator& here = document_.blocks[static_cast<std::size_t>(block_)].locator;
    for (const ToldPeriod& one : told)
      if (one.place.contains(here)) return one.period;
    return {Period::Kind::unstated, {}, dated_};
  }

  Period period_in(const std::string& head) const {
    const FigureText text(head);
    const std::vector<TimeMatch> times = find_times(text, dated_);
    for (const TimeMatch& time : times)
      if (!time.iso.empty() && time.kind != Period::Kind::relative)
        return {
            time.month && time.kind == Period::Kind::date ? Period::Kind::date : Period::Kind::span,
            text.printed(time.begin, time.end), time.iso};
    return {Period::Kind::unstated, {}, dated_};
  }

  std::string_view cell(std::size_t row, std::size_t column) const {
    const auto& cells = table_.rows[row];
    return column < cells.size() ? cells[column] : std::string_view();
  }

  /// The head that begins over the cells that the lowest head covers, after its first: merged cells
  /// keep their words in the first column, and the lower one may begin before the upper one.
  std::string_view begins_over(std::size_t row, std::size_t column) const {
    for (std::size_t i = column + 1; i < heads_.size() && cell(header_rows_ - 1, i).empty(); ++i)
      if (!cell(row, i).empty()) return cell(row, i);
    return {};
  }

  /// Gives each column its head in the row; one over several columns goes to each of them.
  void read_heads_in(std::size_t row) {
    std::string_view over;
    for (std::size_t column = 0; column < heads_.size(); ++column) {
      std::string_view text = cell(row, column);
      if (column > 0 && !text.empty()) over = text;
      if (text.empty() && row + 1 < header_rows_ && !cell(header_rows_ - 1, column).empty()) {
        text = begins_over(row, column);
        if (text.empty()) text = over;
      }
      if (text.empty()) continue;
      std::string& head = heads_[column].text;
      head += (head.empty() ? "" : ", ") + std::string(text);
    }
  }

  void read_heads() {
    std::size_t columns = 0;
    for (const auto& row : table_.rows) columns = std::max(columns, row.size());
    heads_.resize(columns);
    for (std::size_t row = 0; row < header_rows_; ++row) read_heads_in(row);
    for (Head& head : heads_) {
      head.label = is_label_column(head.text);
      head.generic = is_generic(head.text);
      head.percent = says_percent(head.text);
      head.period = period_in(head.text);
      if (has_word(lowered(head.text), "estimate") || has_word(lowered(head.text), "estimated"))
        head.qualifier = Qualifier::estimated;
    }
  }

  void read_row(std::size_t row) {
    const auto& cells = table_.rows[row];
    if (cells.empty()) return;
    const std::string& row_head = cells[0];
    if (const std::string counted = said_in_brackets(row_head); !counted.empty())
      counted_above_ = counted;
    enter_group(row);
    bool numbers = false;
    for (std::size_t column = 1; column < cells.size(); ++column) {
      const std::optional<CellNumber> number = cell_number(cells[column]);
      if (!number) continue;
      numbers = true;
      add(row, column, *number);
    }
    leave_group(row_head);
    if (is_total(row_head) || !numbers)
      parts_.clear();
    else if (!row_head.empty())
      parts_.push_back(row_head);
  }

  /// Whether a head speaks of the unit of groups: "Post resources" of posts.
  bool names_group_unit(const std::string& row_head) const {
    const std::string head = lowered(row_head);
    const std::string unit = lowered(group_unit_);
    return has_word(head, unit) ||
           (unit.ends_with('s') &&
            has_word(head, std::string_view(unit).substr(0, unit.size() - 1)));
  }

  /// A row without cells besides its head begins a group; a grand total is of none.
  void enter_group(std::size_t row) {
    const auto& cells = table_.rows[row];
    if (group_unit_.empty() || cells[0].empty()) return;
    const bool named = names_group_unit(cells[0]);
    if (std::all_of(cells.begin() + 1, cells.end(),
                    [](const std::string& cell) { return cell.empty(); }))
      group_ = named ? Group::counted : Group::none;
    else if (group_ != Group::none && is_total(cells[0]) && named)
      group_ = Group::counted;
    else if (group_ == Group::counted && is_grand_total(cells[0]))
      group_ = Group::left;
  }

  /// Behind the total of its group a row may be of either unit.
  void leave_group(const std::string& row_head) {
    if (group_ == Group::counted && is_total(row_head) && !is_subtotal(row_head))
      group_ = Group::left;
  }

  void add(std::size_t row, std::size_t column, const CellNumber& number) {
    const Head& head = heads_[column];
    const std::string& row_head = table_.rows[row][0];
    const MarkSpan span{block_, static_cast<int>(row), static_cast<int>(column), number.begin,
                        number.end};
    if (head.label) return refuse(span, "label", "its column holds numbers that are labels");
    Figure figure;
    figure.value = number.value;
    figure.unit = unit_of(head, row_head, number);
    if (figure.unit.empty()) return refuse(span, "no unit", "no head says what it counts");
    figure.qualifier = head.qualifier;
    figure.period = head.period;
    if (head.period.kind == Period::Kind::unstated) figure.period = period_in(row_head);
    if (figure.period.kind == Period::Kind::unstated) figure.period = period_in(title_);
    if (figure.period.kind == Period::Kind::unstated) figure.period = told_;
    figure.measure = measure_of(head, row_head);
    figures_.push_back({span, std::move(figure), rule_of(row, column, row_head)});
  }

  /// A total that the cells above it do not add up to says so.
  std::string rule_of(std::size_t row, std::size_t column, const std::string& row_head) const {
    if (!is_total(row_head)) return "table";
    const std::string differs = "total " + table_.rows[row][column] + " differs";
    return table_.check.find(differs) == std::string::npos ? "table total" : "table total differs";
  }

  void refuse(const MarkSpan& span, std::string_view rule, std::string_view reason) {
    if (refused_ != nullptr) refused_->push_back({span, std::string(rule), std::string(reason)});
  }

  std::string unit_of(const Head& head, const std::string& row_head,
                      const CellNumber& number) const {
    if (!number.unit.empty()) return number.unit;
    if (group_ == Group::counted) return group_unit_;
    if (group_ == Group::left) return head.percent ? "per cent" : std::string();
    if (head.percent || (head.generic && says_percent(title_))) return "per cent";
    if (const std::string money = money_in_brackets(head.text); !money.empty()) return money;
    if (const std::string money = money_in_brackets(title_); !money.empty()) return money;
    if (const std::string counted = said_in_brackets(head.text); !counted.empty()) return counted;
    if (!counted_above_.empty()) return counted_above_;
    if (const std::string counted = said_in_brackets(title_); !counted.empty()) return counted;
    if (!head.generic) return lowered_first(head.text);
    return is_total(row_head) ? all_parts() : lowered_first(row_head);
  }

  /// "central processing units, monitors and printers": what a total adds up.
  std::string all_parts() const {
    constexpr std::size_t kMostParts = 12;
    if (parts_.empty() || parts_.size() > kMostParts)
      return heads_.empty() ? std::string() : lowered_first(heads_[0].text);
    std::string out;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (i > 0) out += i + 1 == parts_.size() ? " and " : ", ";
      out += lowered_first(parts_[i]);
    }
    return out;
  }

  /// "Monitors" -> "monitors"; "CPUs" stays.
  static std::string lowered_first(const std::string& text) {
    std::string out = text;
    if (out.size() > 1 && is_upper(out[0]) && !is_upper(out[1])) out[0] = lower(out[0]);
    return out;
  }

  std::string measure_of(const Head& head, const std::string& row_head) const {
    std::string out = title_;
    if (!row_head.empty()) out += (out.empty() ? "" : ": ") + row_head;
    if (!head.text.empty()) out += (out.empty() ? "" : ", ") + head.text;
    return out;
  }

  const Document& document_;
  int block_;
  const Table& table_;
  std::string dated_;
  RefusedMarks* refused_;
  std::string title_;
  Period told_;             ///< by a sentence that sends to the table
  std::string group_unit_;  ///< "posts" of "(Thousands of euros/number of posts)"
  Group group_ = Group::none;
  std::size_t header_rows_ = 0;
  std::vector<Head> heads_;
  std::vector<std::string> parts_;  ///< heads of the rows since the last total
  std::string counted_above_;       ///< "(number of documents)" of a row above
  std::vector<FigureMark> figures_;
};

}  // namespace

std::vector<FigureMark> figures_of_table(const Document& document, int block,
                                         const std::vector<ToldPeriod>& told,
                                         RefusedMarks* refused) {
  if (document.blocks[static_cast<std::size_t>(block)].table < 0) return {};
  return TableReader(document, block, told, refused).read();
}

}  // namespace undex
