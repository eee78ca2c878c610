import type { Me } from '@an-sinh/contract'
import { type FieldError, useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../shared/api/call.ts'
import { type FamilyName, useFamily } from '../shared/family/index.ts'
import { useAction } from '../shared/page/use-action.ts'
import { rememberMe } from './me.ts'
import { readLogin } from './read-login.ts'
import { TEXTS } from './texts.ts'

/** What the sign-in page holds: a name chosen from the family's phone stands for the number. */
export const useSignIn = () => {
  const text = useTexts(TEXTS)
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const family = useFamily()
  const [chosen, setChosen] = useState<FamilyName | null>(null)
  const [remember, setRemember] = useState(false)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const enter = async (me: Me): Promise<void> => {
    rememberMe(queryClient, me)
    if (remember) await family.remember(me)
    navigate('/ca-nhan')
  }
  const signIn = useAction(async (body: { login: string; password: string }) => enter(await call('POST /api/sessions', { body })))
  const goOn = (): void => {
    const read = readLogin(chosen?.insuranceNumber ?? login)
    const faults: FieldError[] = []
    if (!read.ok) faults.push({ field: 'login', sentence: text(read.code) })
    if (password === '') faults.push({ field: 'password', sentence: text('password-empty') })
    setErrors(faults)
    if (read.ok && faults.length === 0) void signIn.run({ login: read.login, password })
  }
  const choose = (name: FamilyName | null): void => {
    setChosen(name)
    setPassword('')
    setErrors([])
  }
  const { busy, failure } = signIn
  return { family, chosen, choose, remember, setRemember, login, setLogin, password, setPassword, errors, enter, goOn, busy, failure }
}
