/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/log.h"

#include "core/redact.h"

void
tranche_log (GLogLevelFlags  level,
             const char     *area,
             const char     *format,
             ...)
{
  g_autofree char *domain = NULL;
  g_autofree char *message = NULL;
  g_autofree char *redacted = NULL;
  va_list arguments;

  g_return_if_fail (area != NULL);
  g_return_if_fail (format != NULL);

  domain = g_strconcat ("tranche-", area, NULL);

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  redacted = tranche_redact (message);
  g_log_structured (domain, level, "MESSAGE", "%s", redacted);
}
