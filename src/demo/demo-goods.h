/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Picks what a customer of a shop for furniture, appliances and electronics
 * carries home at once: one thing, or a few that go together.
 * (transfer full) (element-type TrancheOrderItem) */
GPtrArray *tranche_demo_goods_pick (GRand *random);

G_END_DECLS
