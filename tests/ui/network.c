/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network.h"

#include "fake-network.h"

void
network_install (void)
{
  g_setenv ("GIO_USE_NETWORK_MONITOR", "test", TRUE);
  /* GIO's own come with the first look at any of its types. */
  g_type_ensure (G_TYPE_NETWORK_MONITOR);
  g_io_extension_point_register (G_NETWORK_MONITOR_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, FAKE_TYPE_NETWORK,
                                  "test", 1000);
  g_assert_true (FAKE_IS_NETWORK (g_network_monitor_get_default ()));
}

void
network_set (gboolean available)
{
  fake_network_set (FAKE_NETWORK (g_network_monitor_get_default ()), available);
}
