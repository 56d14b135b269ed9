/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "ui/order-selection.h"

typedef struct {
  Fixture fixture;
  TrancheOrderList *list;
  TrancheOrderPlaces *places;
  GPtrArray *mirror; /* of TrancheOrderPlace: what the signals alone tell */
  GHashTable *shown; /* from a place to the id of the order that it shows */
  guint n_signals;
  guint n_first;     /* places that the first signal told of */
} Places;

static void
show (Places            *places,
      TrancheOrderPlace *place)
{
  gint64 id = tranche_order_place_get_id (place);

  g_hash_table_replace (places->shown, place, g_memdup2 (&id, sizeof id));
}

static void
place_changed_cb (TrancheOrderPlace *place,
                  Places            *places)
{
  show (places, place);
}

static void
leave_place (gpointer data)
{
  TrancheOrderPlace *place = data;

  g_signal_handlers_disconnect_matched (place, G_SIGNAL_MATCH_FUNC, 0, 0, NULL,
                                        (gpointer) place_changed_cb, NULL);
  g_object_unref (place);
}

/* Holds what a view of all the rows would hold. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Places     *places)
{
  if (places->n_signals++ == 0)
    places->n_first = n_added;

  g_assert_cmpuint (position + n_removed, <=, places->mirror->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (places->mirror, position, n_removed);
  for (guint i = 0; i < n_added; i++) {
    TrancheOrderPlace *place = g_list_model_get_item (model, position + i);

    g_signal_connect (place, "changed", G_CALLBACK (place_changed_cb), places);
    g_ptr_array_insert (places->mirror, (int) (position + i), place);
    show (places, place);
  }
}

static void
set_up (Places        *places,
        gconstpointer  data)
{
  fixture_set_up (&places->fixture, data);
  places->list = tranche_order_list_new (places->fixture.book, places->fixture.operations);
  places->places = tranche_order_places_new (places->list);
  places->mirror = g_ptr_array_new_with_free_func (leave_place);
  places->shown = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_signal_connect (places->places, "items-changed", G_CALLBACK (items_changed_cb), places);
}

static void
tear_down (Places        *places,
           gconstpointer  data)
{
  g_ptr_array_unref (places->mirror);
  g_hash_table_unref (places->shown);
  g_assert_finalize_object (places->places);
  tranche_order_list_set_query (places->list, NULL);
  g_clear_object (&places->list);
  fixture_tear_down (&places->fixture, data);
}

static gint64
add (Places       *places,
     guint         number,
     TrancheStage  stage)
{
  g_autofree char *text = g_strdup_printf ("P-%05u", number);
  g_autoptr (TrancheOrder) order = fixture_add_order (&places->fixture, text, stage);

  return tranche_order_get_id (order);
}

static void
ask_for (Places         *places,
         TrancheView     view,
         const char     *text,
         TrancheSortKey  key,
         gboolean        descending)
{
  g_autoptr (TrancheOrderQuery) query = tranche_order_query_new (view, NULL, text, key, descending);

  tranche_order_list_set_query (places->list, query);
}

static void
ask (Places         *places,
     TrancheView     view,
     TrancheSortKey  key,
     gboolean        descending)
{
  ask_for (places, view, NULL, key, descending);
}

static guint
get_n (Places *places)
{
  return g_list_model_get_n_items (G_LIST_MODEL (places->places));
}

static gboolean
is_settled (Places *places)
{
  return !tranche_order_list_get_loading (places->list) &&
         tranche_order_list_get_complete (places->list) &&
         get_n (places) == g_list_model_get_n_items (G_LIST_MODEL (places->list));
}

static gboolean
shows_the_list (Places *places)
{
  if (places->mirror->len != g_list_model_get_n_items (G_LIST_MODEL (places->list)))
    return FALSE;

  for (guint i = 0; i < places->mirror->len; i++) {
    TrancheOrderPlace *place = g_ptr_array_index (places->mirror, i);
    gint64 *shown = g_hash_table_lookup (places->shown, place);

    if (*shown != tranche_order_list_get_id (places->list, i))
      return FALSE;
  }

  return TRUE;
}

/* The places are those of the list, and everybody was told so. */
static void
assert_true_to_list (Places *places)
{
  WAIT_UNTIL (is_settled (places) && shows_the_list (places));

  for (guint i = 0; i < places->mirror->len; i++) {
    g_autoptr (TrancheOrderPlace) place = g_list_model_get_item (G_LIST_MODEL (places->places), i);

    g_assert_true (place == g_ptr_array_index (places->mirror, i));
    g_assert_cmpuint (tranche_order_place_get_position (place), ==, i);
    g_assert_cmpint (tranche_order_place_get_id (place), ==,
                     tranche_order_list_get_id (places->list, i));
    g_assert_cmpint (tranche_order_row_get_id (tranche_order_place_get_row (place)), ==,
                     tranche_order_place_get_id (place));
  }
}

/* Another query of as many orders: the view has nothing to make. */
static void
test_stay (Places        *places,
           gconstpointer  data)
{
  g_autoptr (TrancheOrderPlace) place = NULL;
  gint64 first, last = 0;

  first = add (places, 0, TRANCHE_STAGE_WAITING);
  for (guint i = 1; i < 20; i++)
    last = add (places, i, TRANCHE_STAGE_WAITING);
  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_NUMBER, FALSE);
  assert_true_to_list (places);
  place = g_object_ref (g_ptr_array_index (places->mirror, 0));
  g_assert_cmpint (tranche_order_place_get_id (place), ==, first);
  places->n_signals = 0;

  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_NUMBER, TRUE);
  WAIT_UNTIL (tranche_order_place_get_id (place) == last);
  assert_true_to_list (places);
  g_assert_cmpuint (places->n_signals, ==, 0);
}

/* An order that changes its place in the same list takes along what shows it. */
static void
test_move (Places        *places,
           gconstpointer  data)
{
  g_autoptr (TrancheOrderPlace) place = NULL;
  gint64 moved;

  moved = add (places, 0, TRANCHE_STAGE_WAITING);
  for (guint i = 1; i < 6; i++)
    add (places, i, TRANCHE_STAGE_APPROVED);
  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_STAGE, FALSE);
  assert_true_to_list (places);
  place = g_object_ref (g_ptr_array_index (places->mirror, 0));
  g_assert_cmpint (tranche_order_place_get_id (place), ==, moved);

  fixture_apply_stage (&places->fixture, moved, TRANCHE_STAGE_REJECTED);
  WAIT_UNTIL (tranche_order_list_find (places->list, moved) == 5);
  assert_true_to_list (places);
  g_assert_true (g_ptr_array_index (places->mirror, 5) == place);
}

/* A long list begins with what fits on a screen and grows from there, and it does
 * so at once where somebody has to be shown what is farther below. */
static void
test_grow (Places        *places,
           gconstpointer  data)
{
  for (guint i = 0; i < 300; i++)
    add (places, i, TRANCHE_STAGE_APPROVED);
  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_NUMBER, FALSE);
  WAIT_UNTIL (get_n (places) > 0);
  g_assert_cmpuint (places->n_first, <, 100);
  assert_true_to_list (places);
  g_assert_cmpuint (places->n_signals, >, 2);

  ask (places, TRANCHE_VIEW_WAITING, TRANCHE_SORT_NUMBER, FALSE);
  WAIT_UNTIL (is_settled (places) && get_n (places) == 300);
  ask (places, TRANCHE_VIEW_FAILED, TRANCHE_SORT_NUMBER, FALSE);
  WAIT_UNTIL (is_settled (places) && get_n (places) == 0);
  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_NUMBER, TRUE);
  WAIT_UNTIL (get_n (places) > 0);
  g_assert_cmpuint (get_n (places), <, 60);
  tranche_order_places_set_screen (places->places, 60);
  ask (places, TRANCHE_VIEW_FAILED, TRANCHE_SORT_NUMBER, FALSE);
  WAIT_UNTIL (is_settled (places) && get_n (places) == 0);
  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_NUMBER, FALSE);
  WAIT_UNTIL (get_n (places) > 0);
  g_assert_cmpuint (get_n (places), ==, 60);
  tranche_order_places_reach (places->places, 150);
  g_assert_cmpuint (get_n (places), >, 150);
  assert_true_to_list (places);
}

static void
note_least_cb (GListModel *model,
               guint       position,
               guint       n_removed,
               guint       n_added,
               guint      *least)
{
  *least = MIN (*least, g_list_model_get_n_items (model));
}

/* While somebody types there are places for what is on the screen, and when that is over
 * for all; but nobody loses what is farther below and was to be shown. */
static void
test_typing (Places        *places,
             gconstpointer  data)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < 300; i++)
    add (places, i, TRANCHE_STAGE_APPROVED);
  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_NUMBER, FALSE);
  assert_true_to_list (places);
  g_signal_connect (places->places, "items-changed", G_CALLBACK (note_least_cb), &least);

  /* Another order alone is not another text. */
  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_NUMBER, TRUE);
  WAIT_UNTIL (!tranche_order_list_get_loading (places->list));
  assert_true_to_list (places);
  g_assert_cmpuint (least, >=, 240);

  ask_for (places, TRANCHE_VIEW_ALL, "P-0", TRANCHE_SORT_NUMBER, TRUE);
  WAIT_UNTIL (get_n (places) < 60);
  ask_for (places, TRANCHE_VIEW_ALL, "P-00", TRANCHE_SORT_NUMBER, TRUE);
  WAIT_UNTIL (!tranche_order_list_get_loading (places->list));
  g_assert_cmpuint (get_n (places), <, 60);
  assert_true_to_list (places);
  g_assert_cmpuint (get_n (places), ==, 300);

  least = G_MAXUINT;
  ask_for (places, TRANCHE_VIEW_ALL, "P-0", TRANCHE_SORT_NUMBER, TRUE);
  WAIT_UNTIL (!tranche_order_list_get_loading (places->list));
  tranche_order_places_reach (places->places, 150);
  assert_true_to_list (places);
  g_assert_cmpuint (least, >, 150);
}

static void
ask_something (Places *places)
{
  static const TrancheView views[] = {
    TRANCHE_VIEW_ALL, TRANCHE_VIEW_WAITING, TRANCHE_VIEW_FAILED, TRANCHE_VIEW_TODAY,
  };
  static const TrancheSortKey keys[] = {
    TRANCHE_SORT_NUMBER, TRANCHE_SORT_CREATED, TRANCHE_SORT_STAGE,
  };
  static const char *const texts[] = { NULL, "P-0", "P-0000", "0003" };

  ask_for (places, views[g_test_rand_int_range (0, G_N_ELEMENTS (views))],
           texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))],
           keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))], g_test_rand_bit ());
}

/* Whatever happens, the places lead to what the list has; also when the next thing
 * happens before the last one is through. */
static void
test_random (Places        *places,
             gconstpointer  data)
{
  static const TrancheStage stages[] = {
    TRANCHE_STAGE_WAITING, TRANCHE_STAGE_APPROVED, TRANCHE_STAGE_READY, TRANCHE_STAGE_REJECTED,
  };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 60; i++) {
    gint64 id = add (places, i, TRANCHE_STAGE_WAITING);

    g_array_append_val (ids, id);
  }

  for (guint round = 0; round < 60; round++) {
    guint n_changes = (guint) g_test_rand_int_range (0, 6);

    if (round % 2 == 0)
      ask_something (places);
    for (guint i = 0; i < n_changes; i++) {
      gint64 id = g_array_index (ids, gint64, g_test_rand_int_range (0, (gint32) ids->len));

      fixture_apply_stage (&places->fixture, id,
                           stages[g_test_rand_int_range (0, G_N_ELEMENTS (stages))]);
    }
    if (g_test_rand_bit ())
      assert_true_to_list (places);
  }
  assert_true_to_list (places);
}

/* In a view. */

typedef struct {
  TrancheOrderSelection *selection;
  GtkWidget *window;
  GtkWidget *view;
  GtkListItemFactory *factory;
  GtkListItemFactory *headers;
  GPtrArray *items;  /* of GtkListItem, unowned: all that the view has made */
} Shown;

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Shown                    *shown)
{
  gtk_list_item_set_child (item, gtk_label_new ("row"));
  g_ptr_array_add (shown->items, item);
}

static void
teardown_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             Shown                    *shown)
{
  g_ptr_array_remove (shown->items, item);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  gtk_list_header_set_child (header, gtk_label_new ("day"));
}

static void
shown_init (Shown  *shown,
            Places *places)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  shown->items = g_ptr_array_new ();
  shown->selection = tranche_order_selection_new (places->list);
  shown->factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (shown->factory, "setup", G_CALLBACK (setup_cb), shown);
  g_signal_connect (shown->factory, "teardown", G_CALLBACK (teardown_cb), shown);
  shown->headers = gtk_signal_list_item_factory_new ();
  g_signal_connect (shown->headers, "setup", G_CALLBACK (setup_header_cb), NULL);
  shown->window = gtk_window_new ();
  shown->view = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (shown->selection)),
                                   g_object_ref (shown->factory));
  gtk_list_view_set_header_factory (GTK_LIST_VIEW (shown->view), shown->headers);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), shown->view);
  gtk_window_set_child (GTK_WINDOW (shown->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 200, 300);
  gtk_window_present (GTK_WINDOW (shown->window));
}

static void
shown_clear (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  g_object_unref (shown->factory);
  g_object_unref (shown->headers);
  g_object_unref (shown->selection);
  g_ptr_array_unref (shown->items);
}

/* The only order that the view shows as selected. */
static gint64
get_selected (Shown *shown)
{
  gint64 id = 0;

  for (guint i = 0; i < shown->items->len; i++) {
    GtkListItem *item = g_ptr_array_index (shown->items, i);

    if (gtk_list_item_get_selected (item)) {
      g_assert_cmpint (id, ==, 0);
      id = tranche_order_place_get_id (gtk_list_item_get_item (item));
    }
  }

  return id;
}

/* The widgets of a view survive another query, and the selected order is that which
 * was selected, wherever it stands now. */
static void
test_widgets_stay (Places        *places,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) before = NULL;
  Shown shown;
  gint64 selected = 0;

  for (guint i = 0; i < 30; i++)
    selected = add (places, i, i < 15 ? TRANCHE_STAGE_WAITING : TRANCHE_STAGE_APPROVED);
  shown_init (&shown, places);
  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_NUMBER, FALSE);
  WAIT_UNTIL (is_settled (places) && shown.items->len >= 30);
  tranche_order_selection_set_id (shown.selection, selected);
  g_assert_cmpint (get_selected (&shown), ==, selected);
  before = g_ptr_array_copy (shown.items, NULL, NULL);

  ask (places, TRANCHE_VIEW_ALL, TRANCHE_SORT_NUMBER, TRUE);
  WAIT_UNTIL (tranche_order_list_find (places->list, selected) == 0);
  assert_true_to_list (places);
  g_assert_cmpuint (shown.items->len, ==, before->len);
  g_assert_cmpmem (shown.items->pdata, shown.items->len * sizeof (gpointer), before->pdata,
                   before->len * sizeof (gpointer));
  g_assert_cmpint (get_selected (&shown), ==, selected);

  shown_clear (&shown);
}

static void
assert_view_true (Shown  *shown,
                  Places *places)
{
  for (guint i = 0; i < shown->items->len; i++) {
    GtkListItem *item = g_ptr_array_index (shown->items, i);
    guint position = gtk_list_item_get_position (item);
    gint64 id = tranche_order_list_get_id (places->list, position);

    if (position == GTK_INVALID_LIST_POSITION)
      continue;
    g_assert_cmpint (tranche_order_place_get_id (gtk_list_item_get_item (item)), ==, id);
    g_assert_true (gtk_list_item_get_selected (item) ==
                   tranche_order_selection_has (shown->selection, id));
  }
}

/* A view with headers, that is scrolled and has a focus meanwhile, keeps up. */
static void
test_view_random (Places        *places,
                  gconstpointer  data)
{
  static const TrancheStage stages[] = { TRANCHE_STAGE_WAITING, TRANCHE_STAGE_REJECTED };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Shown shown;

  for (guint i = 0; i < 120; i++) {
    gint64 id = add (places, i, stages[i % 2]);

    g_array_append_val (ids, id);
  }
  shown_init (&shown, places);

  for (guint round = 0; round < 80; round++) {
    gint64 id = g_array_index (ids, gint64, g_test_rand_int_range (0, (gint32) ids->len));
    guint n_items;

    if (round % 2 == 0)
      ask_something (places);
    if (g_test_rand_bit ())
      tranche_order_selection_set_id (shown.selection, id);
    if (g_test_rand_bit ())
      fixture_apply_stage (&places->fixture, id,
                           stages[g_test_rand_int_range (0, G_N_ELEMENTS (stages))]);
    n_items = g_list_model_get_n_items (G_LIST_MODEL (shown.selection));
    if (g_test_rand_bit () && n_items > 0)
      gtk_list_view_scroll_to (GTK_LIST_VIEW (shown.view),
                               (guint) g_test_rand_int_range (0, (gint32) n_items),
                               g_test_rand_bit () ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE,
                               NULL);
    if (g_test_rand_bit ()) {
      assert_true_to_list (places);
      WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (shown.selection)) == get_n (places));
      assert_view_true (&shown, places);
    }
  }

  shown_clear (&shown);
}

#define ADD(path, function) \
  g_test_add ("/ui/order-places/" path, Places, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("stay", test_stay);
  ADD ("move", test_move);
  ADD ("grow", test_grow);
  ADD ("typing", test_typing);
  ADD ("random", test_random);
  ADD ("widgets-stay", test_widgets_stay);
  ADD ("view-random", test_view_random);

  return g_test_run ();
}
