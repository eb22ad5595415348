#include "searcher/query/docids.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "searcher/query/docid_set.h"

namespace undex::query {
namespace {

/// Reference-counted by Xapian: a query and its copies own it.
class DocidSource : public Xapian::PostingSource {
 public:
  DocidSource(std::shared_ptr<const Docids> docids, Shards shards, double weight)
      : all_(std::move(docids)), docids_(all_), shards_(std::move(shards)), weight_(weight) {}

  void init(const Xapian::Database& database) override {
    docids_ = shards_.of(database).count == 1
                  ? all_
                  : std::make_shared<const Docids>(shards_.own(*all_, database));
    next_ = 0;
    set_maxweight(weight_);
  }
  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  double get_weight() const override { return weight_; }
  Xapian::docid get_docid() const override { return (*docids_)[next_ - 1]; }
  bool at_end() const override { return next_ > docids_->size(); }
  void next(double) override { ++next_; }
  void skip_to(Xapian::docid wanted, double) override {
    // Steps that double: short ones are the rule.
    std::size_t from = next_ == 0 ? 0 : next_ - 1;
    std::size_t step = 1;
    while (from + step < docids_->size() && (*docids_)[from + step] < wanted) {
      from += step;
      step *= 2;
    }
    const auto begin = docids_->begin();
    const auto end =
        begin + static_cast<std::ptrdiff_t>(std::min(from + step + 1, docids_->size()));
    const auto at = std::lower_bound(begin + static_cast<std::ptrdiff_t>(from), end, wanted);
    next_ = static_cast<std::size_t>(at - begin) + 1;
  }
  PostingSource* clone() const override { return new DocidSource(all_, shards_, weight_); }
  std::string get_description() const override { return "<" + std::to_string(size()) + " places>"; }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(docids_->size()); }

  std::shared_ptr<const Docids> all_;
  std::shared_ptr<const Docids> docids_;  ///< of the database that it is asked for
  Shards shards_;
  double weight_;
  std::size_t next_ = 0;  ///< one behind the current
};

void put_in_order(Docids& docids) {
  std::sort(docids.begin(), docids.end());
  docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
}

}  // namespace

Docids found_by(const Xapian::Query& query, const Database& db) {
  return find_all(query, db).docids();
}

Docids holders_of(const std::vector<std::string>& terms, const Database& db) {
  Docids out;
  for (const std::string& term : terms) {
    const Docids more = db.docids(term);
    out.insert(out.end(), more.begin(), more.end());
  }
  put_in_order(out);
  return out;
}

Docids documents_of(const Docids& paragraphs, const PlanContext& context) {
  std::vector<bool> wanted(context.columns.documents_end());
  for (const Xapian::docid paragraph : paragraphs)
    if (const std::uint32_t document = context.columns.document_of(paragraph))
      wanted[document] = true;
  Docids out;
  for (std::size_t docid = 1; docid < wanted.size(); ++docid)
    if (wanted[docid]) out.push_back(static_cast<Xapian::docid>(docid));
  return out;
}

Docids paragraphs_of(const Docids& documents, const PlanContext& context) {
  const Columns& columns = context.columns;
  std::vector<bool> wanted(columns.documents_end());
  for (const Xapian::docid document : documents)
    if (document < wanted.size()) wanted[document] = true;
  Docids out;
  for (std::size_t docid = 1; docid < columns.paragraphs_end(); ++docid)
    if (const std::uint32_t document = columns.document_of(docid); document && wanted[document])
      out.push_back(static_cast<Xapian::docid>(docid));
  return out;
}

Xapian::Query any_of_docids(Docids docids, const Database& db, double weight) {
  if (docids.empty()) return Xapian::Query::MatchNothing;
  auto shared = std::make_shared<const Docids>(std::move(docids));
  return Xapian::Query((new DocidSource(std::move(shared), db.shards(), weight))->release());
}

}  // namespace undex::query
