/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* Returns of goods as calls that wait. */

/* For g_test_add(), beside fixture_tear_down(): a bank that takes returns, */
void           returns_set_up                 (Fixture       *fixture,
                                               gconstpointer  data);
/* and one that does not tell of them but by the state. */
void           returns_set_up_without_details (Fixture       *fixture,
                                               gconstpointer  data);

/* A return of so much to the card; (nullable). */
TrancheOrder  *give_back                      (Fixture       *fixture,
                                               TrancheOrder  *order,
                                               gint64         minor,
                                               GError       **error);
void           give_back_well                 (Fixture       *fixture,
                                               TrancheOrder  *order,
                                               gint64         minor);
/* Once more what was lost; (nullable). */
TrancheOrder  *repeat_return                  (Fixture       *fixture,
                                               TrancheOrder  *order,
                                               GError       **error);

/* One whose answer is lost, and that stays open; with @effect the bank does it. */
void           lose_return                    (Fixture       *fixture,
                                               TrancheOrder  *order,
                                               gint64         minor,
                                               gboolean       effect);

/* (element-type TrancheReturnEntry) */
GPtrArray     *list_returns                   (Fixture       *fixture,
                                               TrancheOrder  *order);
TrancheOutcome get_return_outcome             (Fixture       *fixture,
                                               TrancheOrder  *order,
                                               guint          position);
gint64         get_returnable                 (Fixture       *fixture,
                                               TrancheOrder  *order);
/* That the order's one open operation is a return. */
void           assert_return_open             (Fixture       *fixture,
                                               TrancheOrder  *order);

G_END_DECLS
