/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "banks/callback-door.h"

#include "await.h"
#include "raw-visit.h"

static void
entered_cb (TrancheCallbackDoor *door,
            GSocketConnection   *connection,
            GPtrArray           *inside)
{
  g_ptr_array_add (inside, g_object_ref (connection));
}

static TrancheCallbackDoor *
open_door (GPtrArray **inside)
{
  g_autoptr (GError) error = NULL;
  TrancheCallbackDoor *door = tranche_callback_door_new ();

  *inside = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (door, "entered", G_CALLBACK (entered_cb), *inside);
  g_assert_true (tranche_callback_door_open (door, NULL, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tranche_callback_door_get_port (door), !=, 0);

  return door;
}

static gboolean
has_ended (gpointer data)
{
  return raw_visit_has_ended (data);
}

static gboolean
is_inside (gpointer data)
{
  GPtrArray *inside = data;

  return inside->len > 0;
}

/* Who neither says nor takes anything is sent away. */
static void
test_time (void)
{
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (TrancheCallbackDoor) door = open_door (&inside);
  g_autoptr (RawVisit) visit = NULL;

  tranche_callback_door_set_time_limit (door, 20);
  visit = raw_visit_new (tranche_callback_door_get_port (door), NULL);
  await_until (has_ended, visit);
  g_assert_cmpuint (inside->len, ==, 1);
}

/* When the house is full, others are sent away at once, until somebody goes. */
static void
test_full (void)
{
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (TrancheCallbackDoor) door = open_door (&inside);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) raw_visit_free);
  g_autoptr (RawVisit) last = NULL;
  guint port = tranche_callback_door_get_port (door);

  tranche_callback_door_set_time_limit (door, G_MAXINT);
  while (visits->len < 65)
    g_ptr_array_add (visits, raw_visit_new (port, NULL));
  await_until (has_ended, visits->pdata[64]);
  g_assert_cmpuint (inside->len, ==, 64);
  for (guint i = 0; i < 64; i++)
    g_assert_false (raw_visit_has_ended (visits->pdata[i]));

  g_ptr_array_set_size (inside, 0);
  last = raw_visit_new (port, NULL);
  await_until (is_inside, inside);
  g_assert_false (raw_visit_has_ended (last));
}

static void
test_close (void)
{
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (TrancheCallbackDoor) door = open_door (&inside);
  g_autoptr (TrancheCallbackDoor) other = tranche_callback_door_new ();
  g_autoptr (RawVisit) visit = NULL;
  g_autoptr (GError) error = NULL;
  guint port = tranche_callback_door_get_port (door);

  visit = raw_visit_new (port, NULL);
  await_until (is_inside, inside);
  tranche_callback_door_close (door);
  await_until (has_ended, visit);
  g_assert_cmpuint (tranche_callback_door_get_port (door), ==, 0);

  /* The port is free for somebody else, and for the same one again. */
  g_assert_true (tranche_callback_door_open (other, "127.0.0.1", port, &error));
  tranche_callback_door_close (other);
  g_assert_true (tranche_callback_door_open (door, "127.0.0.1", port, &error));
  g_assert_no_error (error);
}

static void
test_refused (void)
{
  static const char * const addresses[] = { "", "localhost", "eth0", "127.0.0.1:80", "256.0.0.1" };
  g_autoptr (GPtrArray) inside = NULL;
  g_autoptr (TrancheCallbackDoor) door = open_door (&inside);
  g_autoptr (TrancheCallbackDoor) other = tranche_callback_door_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (tranche_callback_door_open (other, NULL, tranche_callback_door_get_port (door),
                                              &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_clear_error (&error);

  g_assert_false (tranche_callback_door_open (other, NULL, 65536, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_assert_false (tranche_callback_door_open (other, addresses[i], 0, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    g_clear_error (&error);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/callback-door/time", test_time);
  g_test_add_func ("/callback-door/full", test_full);
  g_test_add_func ("/callback-door/close", test_close);
  g_test_add_func ("/callback-door/refused", test_refused);

  return g_test_run ();
}
