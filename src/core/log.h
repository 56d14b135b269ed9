/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one way into the log. @area is the layer that speaks ("banks", "store"):
 * its messages have the GLib log domain "tranche-AREA", so that
 * G_MESSAGES_DEBUG=tranche-banks shows its debug messages. The message is in
 * English, and passes tranche_redact() before anybody else sees it. */
void tranche_log (GLogLevelFlags  level,
                  const char     *area,
                  const char     *format,
                  ...) G_GNUC_PRINTF (3, 4);

#define tranche_debug(area, ...)   tranche_log (G_LOG_LEVEL_DEBUG, area, __VA_ARGS__)
#define tranche_info(area, ...)    tranche_log (G_LOG_LEVEL_INFO, area, __VA_ARGS__)
#define tranche_message(area, ...) tranche_log (G_LOG_LEVEL_MESSAGE, area, __VA_ARGS__)
#define tranche_warning(area, ...) tranche_log (G_LOG_LEVEL_WARNING, area, __VA_ARGS__)

G_END_DECLS
