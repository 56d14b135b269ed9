/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* An order with every fact that there is, and whether facts are the same. */

/* (transfer full) */
TrancheOrder *make_full_order (const char   *number);

/* Every fact but the id. */
void          assert_order    (TrancheOrder *a,
                               TrancheOrder *b);
/* Either may be %NULL. */
void          assert_time     (GDateTime    *a,
                               GDateTime    *b);
/* (element-type TrancheOrderItem) */
void          assert_items    (GPtrArray    *a,
                               GPtrArray    *b);

G_END_DECLS
