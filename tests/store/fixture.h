/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/order-book.h"

/**
 * Fixture:
 *
 * A folder of its own with a book in it.
 */
typedef struct {
  char *folder;
  char *path;
  TrancheOrderBook *book; /* NULL while it is closed */
} Fixture;

#define FIXTURE_ACCOUNT "3b241101-e2bb-4255-8caf-4136c566a962"

void              fixture_set_up       (Fixture            *self,
                                        gconstpointer       unused);
void              fixture_tear_down    (Fixture            *self,
                                        gconstpointer       unused);
void              fixture_open         (Fixture            *self);
void              fixture_close        (Fixture            *self);

/* For an asynchronous call: @user_data is a GAsyncResult **. */
void              ready_cb             (GObject            *object,
                                        GAsyncResult       *result,
                                        gpointer            user_data);
/* Iterates the main context until the result has come. */
void              await                (GAsyncResult      **result);

TrancheOrderBook *open_book            (const char         *path,
                                        GError            **error);

/* A draft of FIXTURE_ACCOUNT. */
TrancheOrder     *make_order           (const char         *number);
/* What a bank would answer. */
TrancheOrder     *make_answer          (TrancheStage        stage,
                                        const char         *raw_state);
