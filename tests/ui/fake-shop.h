/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"
#include "model/shop.h"

G_BEGIN_DECLS

/* A shop over the book, the operations and the fake bank of a fixture, which
 * stands in the place of the real one: the program is linked with this file
 * instead. */
TrancheShop *fake_shop_new (Fixture *fixture);

G_END_DECLS
