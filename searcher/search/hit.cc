#include "searcher/search/hit.h"

#include <utility>

namespace undex::search {

Hit make_hit(DocumentCard card, double weight) {
  return {.key = std::move(card.key),
          .name = std::move(card.name),
          .title = std::move(card.title),
          .type = std::move(card.type),
          .date = std::move(card.date),
          .date_printed = std::move(card.date_printed),
          .date_flag = std::move(card.date_flag),
          .organ = std::move(card.organ),
          .session = std::move(card.session),
          .agenda_item = std::move(card.agenda_item),
          .language = std::move(card.language),
          .abridged = card.abridged,
          .record = card.record,
          .weight = weight,
          .passages = {}};
}

}  // namespace undex::search
