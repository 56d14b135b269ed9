/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/history-entry.h"

G_BEGIN_DECLS

/**
 * BookStep:
 * @time: µs since 1970
 * @operation: what was done in the shop, or NONE for what the bank told by itself
 * @raw_state: the bank's words; %NULL before the bank has the order
 *
 * A change of stage.
 */
typedef struct {
  gint64 time;
  TrancheStage stage;
  TrancheReason reason;
  TrancheOperation operation;
  const char *raw_state;
} BookStep;

/**
 * BookLife:
 * @steps: (element-type BookStep): as far as the present day; never empty
 * @expires_at: when the bank lets the application lapse
 * @cooling_until: the end of the cooling-off; 0 for none
 *
 * What happened to an order from its creation on.
 */
typedef struct {
  GArray *steps;
  gint64 expires_at;
  gint64 cooling_until;
} BookLife;

/* @ukrainian: as banks of the CFRONT dialect tell it, otherwise as T-Bank does. */
BookLife       *book_life_new      (GRand          *random,
                                    gboolean        ukrainian,
                                    gint64          amount,
                                    gint64          created_at,
                                    gint64          now);
/* One that stands in @stage now. */
BookLife       *book_life_new_in   (GRand          *random,
                                    gboolean        ukrainian,
                                    TrancheStage    stage,
                                    gint64          created_at,
                                    gint64          now);
void            book_life_free     (BookLife       *self);
const BookStep *book_life_get_last (BookLife       *self);
/* When it first stood there; 0 for never. */
gint64          book_life_find     (BookLife       *self,
                                    TrancheStage    stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BookLife, book_life_free)

G_END_DECLS
