/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "demo/demo-member.h"

#include "demo/demo-clock.h"

void
tranche_demo_member_string (TrancheJsonWriter *writer,
                            const char        *name,
                            const char        *text)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_string (writer, text);
}

void
tranche_demo_member_time (TrancheJsonWriter *writer,
                          const char        *name,
                          gint64             time)
{
  g_autofree char *text = time > 0 ? tranche_demo_time_to_text (time) : NULL;

  tranche_demo_member_string (writer, name, text);
}

void
tranche_demo_member_boolean (TrancheJsonWriter *writer,
                             const char        *name,
                             gboolean           value)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_boolean (writer, value);
}

void
tranche_demo_member_integer (TrancheJsonWriter *writer,
                             const char        *name,
                             gint64             number)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_integer (writer, number);
}

void
tranche_demo_member_money (TrancheJsonWriter  *writer,
                           const char         *name,
                           const TrancheMoney *amount)
{
  tranche_json_writer_add_name (writer, name);
  tranche_json_writer_add_money (writer, amount);
}
