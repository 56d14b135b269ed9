/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/window.h"

#include "core/order-query.h"
#include "model/order-list.h"

G_BEGIN_DECLS

/**
 * BenchWindow:
 * @window: the real window on the book
 * @view: its list of orders
 * @list: what that shows
 *
 * The application as it runs for the manager, played by a benchmark.
 */
typedef struct {
  TrancheWindow *window;
  GtkColumnView *view;
  TrancheOrderList *list;
  GdkFrameClock *clock;
} BenchWindow;

typedef void (* BenchPlay) (BenchWindow *self);

/* Opens the book that is named by --book on the command line, in the view of --view (all),
 * plays as soon as its rows are on the screen, closes everything in good order and gives
 * the exit status. */
int      bench_window_run         (int           argc,
                                char         *argv[],
                                BenchPlay     play);

/* --runs, or @usual. */
guint    bench_window_get_runs    (guint         usual);
/* --book. */
const char *bench_window_get_book (void);

/* What the list is scrolled with. */
GtkAdjustment *bench_window_get_adjustment (BenchWindow *self);
/* Whether the list shows what its query says and each row on the screen is filled. */
gboolean bench_window_is_settled  (BenchWindow     *self);
/* Lets the program go on until a frame was drawn with that. */
void     bench_window_await_rows  (BenchWindow     *self);
/* Lets it go on until the whole list is there, as whoever has looked at it has it. */
void     bench_window_await_all   (BenchWindow     *self);
/* Lets it go on until so many more frames were drawn. */
void     bench_window_await_frames (BenchWindow    *self,
                                 guint        n_frames);
/* A widget of @type in the window. */
gpointer bench_window_find        (BenchWindow     *self,
                                GType         type);
void     bench_window_activate    (BenchWindow     *self,
                                const char   *action,
                                const char   *target);

G_END_DECLS
