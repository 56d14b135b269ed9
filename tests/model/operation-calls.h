/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* Waits for what tranche_operations_create_async() was called for. */
TrancheOrder *finish_create_order (Fixture       *fixture,
                                   GAsyncResult **result,
                                   GError       **error);
/* The operations as calls that wait; (nullable). */
TrancheOrder *create_order        (Fixture    *fixture,
                                   const char *number,
                                   GError    **error);
TrancheOrder *commit_order        (Fixture      *fixture,
                                   TrancheOrder *order,
                                   GError      **error);
TrancheOrder *cancel_order        (Fixture      *fixture,
                                   TrancheOrder *order,
                                   GError      **error);
TrancheOrder *refresh_order       (Fixture      *fixture,
                                   TrancheOrder *order,
                                   GError      **error);
/* What the start of the program does about open operations. */
void          recover_operations  (Fixture *fixture);
/* An answer that was lost. */
GError       *new_lost_error      (void);
/* Whether the order has an operation that is not settled. */
void          assert_settled      (Fixture *fixture,
                                   gint64   id);
void          assert_unsettled    (Fixture *fixture,
                                   gint64   id);
gint64        find_order_id       (Fixture    *fixture,
                                   const char *number);

G_END_DECLS
