/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "ui/first-rows.h"

typedef struct {
  Fixture fixture;
  TrancheOrderList *list;
  GtkWindow *window;
  TrancheFirstRows *first_rows;
  guint n_frames;
  guint n_calls;
  guint frames_at_call;
  guint frames_at_answer;
  gboolean loading_at_call;
} Sight;

static void
painted_cb (GdkFrameClock *clock,
            Sight         *sight)
{
  sight->n_frames++;
}

static void
loading_changed_cb (Sight *sight)
{
  if (!tranche_order_list_get_loading (sight->list))
    sight->frames_at_answer = sight->n_frames;
}

static void
called_cb (gpointer user_data)
{
  Sight *sight = user_data;

  sight->n_calls++;
  sight->frames_at_call = sight->n_frames;
  sight->loading_at_call = tranche_order_list_get_loading (sight->list);
}

static void
set_up (Sight         *sight,
        gconstpointer  data)
{
  fixture_set_up (&sight->fixture, data);
  sight->list = tranche_order_list_new (sight->fixture.book, sight->fixture.operations);
  g_signal_connect_swapped (sight->list, "notify::loading", G_CALLBACK (loading_changed_cb), sight);
  sight->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (sight->window, gtk_label_new ("rows"));
}

static void
tear_down (Sight         *sight,
           gconstpointer  data)
{
  g_clear_pointer (&sight->first_rows, tranche_first_rows_free);
  gtk_window_destroy (sight->window);
  tranche_order_list_set_query (sight->list, NULL);
  g_clear_object (&sight->list);
  fixture_tear_down (&sight->fixture, data);
}

static void
show (Sight *sight)
{
  gtk_window_present (sight->window);
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (sight->window)));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (sight->window)), "after-paint",
                    G_CALLBACK (painted_cb), sight);
}

static void
ask (Sight *sight)
{
  g_autoptr (TrancheOrderQuery) query =
    tranche_order_query_new (TRANCHE_VIEW_ALL, NULL, NULL, TRANCHE_SORT_CREATED, TRUE);

  tranche_order_list_set_query (sight->list, query);
  sight->first_rows = tranche_first_rows_new (sight->list, gtk_window_get_child (sight->window),
                                              called_cb, sight);
}

static void
test_drawn (Sight         *sight,
            gconstpointer  data)
{
  g_autoptr (TrancheOrder) order = fixture_add_order (&sight->fixture, "S-1", TRANCHE_STAGE_READY);

  show (sight);
  ask (sight);
  g_assert_cmpuint (sight->n_calls, ==, 0);
  WAIT_UNTIL (sight->n_calls > 0);
  g_assert_false (sight->loading_at_call);
  g_assert_cmpuint (sight->frames_at_call, >, sight->frames_at_answer);

  /* What is listed later does not count. */
  tranche_order_list_refresh (sight->list);
  WAIT_UNTIL (tranche_order_list_get_complete (sight->list));
  settle_main_loop ();
  g_assert_cmpuint (sight->n_calls, ==, 1);
}

/* Nothing is ever drawn in the background, nor where there is no order. */
static void
test_hidden (Sight         *sight,
             gconstpointer  data)
{
  ask (sight);
  g_assert_cmpuint (sight->n_calls, ==, 0);
  WAIT_UNTIL (sight->n_calls == 1);
  g_assert_false (sight->loading_at_call);
  g_assert_cmpuint (sight->n_frames, ==, 0);
}

static void
test_freed (Sight         *sight,
            gconstpointer  data)
{
  ask (sight);
  WAIT_UNTIL (!tranche_order_list_get_loading (sight->list));
  g_clear_pointer (&sight->first_rows, tranche_first_rows_free);
  settle_main_loop ();
  g_assert_cmpuint (sight->n_calls, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/ui/first-rows/drawn", Sight, NULL, set_up, test_drawn, tear_down);
  g_test_add ("/ui/first-rows/hidden", Sight, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/ui/first-rows/freed", Sight, NULL, set_up, test_freed, tear_down);

  return g_test_run ();
}
