/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "plain-order.h"

G_BEGIN_DECLS

/**
 * RandomOrders:
 * @fixture: whose book it is
 * @known: (element-type PlainOrder): the same orders as a plain list
 * @now: the time around which their times lie
 * @rand: what decides
 *
 * Orders of any kind, in a book and beside it, which change as orders do.
 */
typedef struct {
  Fixture *fixture;
  GPtrArray *known;
  GDateTime *now;
  GRand *rand;
} RandomOrders;

RandomOrders *random_orders_new          (Fixture      *fixture,
                                          GDateTime    *now,
                                          guint32       seed,
                                          guint         n_orders);
void          random_orders_free         (RandomOrders *self);

/* Something happens to one of them. */
void          random_orders_change       (RandomOrders *self);

/* (transfer full) */
GDateTime    *random_orders_pick_time    (RandomOrders *self);
/* The id of an account that orders are of. (transfer none) */
const char   *random_orders_pick_account (RandomOrders *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RandomOrders, random_orders_free)

G_END_DECLS
