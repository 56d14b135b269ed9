/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fixture.h"

/* The asynchronous methods of a book as calls that wait. Those without an error
 * argument must succeed. */

TrancheOrder     *add_order            (Fixture            *self,
                                        TrancheOrder       *order,
                                        GError            **error);
/* A stored order in a stage. */
gint64            add_in_stage         (Fixture            *self,
                                        const char         *number,
                                        TrancheStage        stage);
/* NULL where there is none. */
TrancheOrder     *load_order           (Fixture            *self,
                                        gint64              id);
TrancheOrder     *apply_answer         (Fixture            *self,
                                        gint64              id,
                                        TrancheOrder       *answer,
                                        GError            **error);
TrancheOrder     *fail_order           (Fixture            *self,
                                        gint64              id,
                                        int                 error_code);
gboolean          remove_order         (Fixture            *self,
                                        gint64              id,
                                        GError            **error);
gint64            begin_operation      (Fixture            *self,
                                        gint64              order_id,
                                        TrancheOperation    operation,
                                        GError            **error);
gint64            begin_return         (Fixture            *self,
                                        gint64              order_id,
                                        const TrancheGoodsReturn *goods,
                                        GError            **error);
TrancheOrder     *settle_operation     (Fixture            *self,
                                        gint64              operation_id,
                                        TrancheOutcome      outcome,
                                        TrancheOrder       *answer,
                                        int                 error_code,
                                        GError            **error);
GArray           *load_open_operations (Fixture            *self);
/* (element-type TrancheReturnEntry) */
GPtrArray        *load_returns         (Fixture            *self,
                                        gint64              order_id);
GPtrArray        *load_history         (Fixture            *self,
                                        gint64              order_id);
TrancheOrderListing *
                  list_orders          (Fixture            *self,
                                        TrancheOrderQuery  *query,
                                        GDateTime          *now,
                                        guint               limit);
/* The same for all of them, without their days. */
GArray           *query_ids            (Fixture            *self,
                                        TrancheOrderQuery  *query,
                                        GDateTime          *now);
GArray           *count_views          (Fixture            *self,
                                        GDateTime          *now);
