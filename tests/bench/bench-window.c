/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-window.h"

#include "ui/application.h"
#include "ui/order-list-page.h"
#include "ui/order-place.h"
#include "ui/visible-orders.h"

#include <locale.h>
#include <stdlib.h>

/* Seconds after which something is wrong. */
#define PATIENCE 300

static struct {
  char *book;
  char *view;
  int runs;
} options;

typedef struct {
  BenchWindow set;
  BenchPlay play;
  guint n_frames;
} Director;

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, type);

    if (found != NULL)
      return found;
  }

  return NULL;
}

gpointer
bench_window_find (BenchWindow *self,
                   GType        type)
{
  GtkWidget *found = find_widget (GTK_WIDGET (self->window), type);

  if (found == NULL)
    g_error ("There is no %s in the window", g_type_name (type));

  return found;
}

GtkAdjustment *
bench_window_get_adjustment (BenchWindow *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
}

static gboolean
is_filled (BenchWindow *self)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  GtkAdjustment *adjustment = bench_window_get_adjustment (self);
  guint first, count;

  tranche_visible_orders_range (gtk_adjustment_get_value (adjustment),
                                gtk_adjustment_get_page_size (adjustment),
                                gtk_adjustment_get_upper (adjustment),
                                g_list_model_get_n_items (model), &first, &count);
  for (guint i = first; i < first + count; i++) {
    g_autoptr (TrancheOrderPlace) place = g_list_model_get_item (model, i);
    TrancheOrderRow *row = place != NULL ? tranche_order_place_get_row (place) : NULL;

    if (row == NULL || tranche_order_row_get_order (row) == NULL)
      return FALSE;
  }

  return TRUE;
}

gboolean
bench_window_is_settled (BenchWindow *self)
{
  return !tranche_order_list_get_loading (self->list) && is_filled (self);
}

static void
count_frame_cb (GdkFrameClock *clock,
                guint         *n_frames)
{
  (*n_frames)++;
}

/* Whoever ends the program does not wait for the benchmark. */
static void
iterate (BenchWindow *self)
{
  g_main_context_iteration (NULL, TRUE);
  if (tranche_window_get_shop (self->window) == NULL)
    exit (1);
}

void
bench_window_await_frames (BenchWindow *self,
                           guint        n_frames)
{
  guint n = 0;
  gulong id = g_signal_connect (self->clock, "after-paint", G_CALLBACK (count_frame_cb), &n);

  while (n < n_frames) {
    gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_PAINT);
    iterate (self);
  }
  g_signal_handler_disconnect (self->clock, id);
}

void
bench_window_await_rows (BenchWindow *self)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;

  while (!bench_window_is_settled (self)) {
    if (g_get_monotonic_time () > end)
      g_error ("The rows do not come");
    iterate (self);
  }
  bench_window_await_frames (self, 1);
}

void
bench_window_await_all (BenchWindow *self)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (self->view));

  while (!tranche_order_list_get_complete (self->list) ||
         g_list_model_get_n_items (rows) < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    iterate (self);
  bench_window_await_rows (self);
}

void
bench_window_activate (BenchWindow *self,
                       const char  *action,
                       const char  *target)
{
  GVariant *parameter = target != NULL ? g_variant_new_string (target) : NULL;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), action, parameter);
}

/* Puts together what there is of the window; the workplace comes with the book. */
static gboolean
build (BenchWindow *self,
       GtkWindow   *window)
{
  GtkWidget *page = find_widget (GTK_WIDGET (window), TRANCHE_TYPE_ORDER_LIST_PAGE);

  if (page != NULL)
    self->list = tranche_order_list_page_get_list (TRANCHE_ORDER_LIST_PAGE (page));
  if (self->list == NULL || tranche_order_list_get_query (self->list) == NULL)
    return FALSE;

  self->window = TRANCHE_WINDOW (window);
  self->view = GTK_COLUMN_VIEW (find_widget (page, GTK_TYPE_COLUMN_VIEW));
  self->clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  return self->clock != NULL;
}

static void
direct_cb (gpointer user_data)
{
  Director *self = user_data;
  GApplication *application = g_application_get_default ();
  gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  GtkWindow *window = NULL;

  while (window == NULL || !build (&self->set, window)) {
    if (g_get_monotonic_time () > end)
      g_error ("The book is not shown");
    g_main_context_iteration (NULL, TRUE);
    window = gtk_application_get_active_window (GTK_APPLICATION (application));
  }

  bench_window_await_rows (&self->set);
  self->play (&self->set);
  gtk_window_close (window);
}

static void
activate_cb (GApplication *application,
             Director     *self)
{
  g_idle_add_once (direct_cb, self);
}

/* Takes what is meant for the benchmark; the application gets nothing but the book. */
static void
parse_options (int   argc,
               char *argv[])
{
  const GOptionEntry entries[] = {
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &options.book, "The book to open", "FILE" },
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view, "The view to begin with (all)", "VIEW" },
    { "runs", 0, 0, G_OPTION_ARG_INT, &options.runs, "How often to measure", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || options.book == NULL) {
    g_printerr ("%s\n", error != NULL ? error->message : "--book is missing");
    exit (2);
  }
}

int
bench_window_run (int        argc,
                  char      *argv[],
                  BenchPlay  play)
{
  g_autoptr (TrancheApplication) application = NULL;
  g_autoptr (GSettings) settings = NULL;
  Director director = { .play = play };
  char *arguments[] = { argv[0], (char *) "--book", NULL, NULL };

  setlocale (LC_ALL, "");
  parse_options (argc, argv);
  arguments[2] = options.book;

  settings = g_settings_new (TRANCHE_APPLICATION_ID);
  g_settings_set_string (settings, "view", options.view != NULL ? options.view : "all");
  application = tranche_application_new ();
  g_signal_connect_after (application, "activate", G_CALLBACK (activate_cb), &director);

  return g_application_run (G_APPLICATION (application), 3, arguments);
}

guint
bench_window_get_runs (guint usual)
{
  return options.runs > 0 ? (guint) options.runs : usual;
}

const char *
bench_window_get_book (void)
{
  return options.book;
}
